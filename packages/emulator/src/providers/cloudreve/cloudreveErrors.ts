/** Cloudreve's codes and texts, from its public source. */
export const cloudreveErrors = {
  203: 'Some operations failed',
  401: 'Login required',
  40001: 'Invalid parameters',
  40020: 'Failed to issue token pair',
  40088: 'Anonymous access denied',
  40089: 'Insufficient scope',
  50001: 'Failed to look up user',
} as const

/** A failure code of Cloudreve's envelope. */
export type CloudreveErrorCode = keyof typeof cloudreveErrors
