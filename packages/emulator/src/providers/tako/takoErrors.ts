/** Tako's documented error codes and their texts. */
export const takoErrors = {
  600: 'The reason for error.',
  1000: 'System Error(1000)',
  1001: 'System Busy(1001)',
  1002: 'System Busy(1002)',
  1003: 'System Busy(1003)',
  1004: 'System Busy(1004)',
  1100: 'Invalid Request Body',
  1101: 'Invalid Parameter',
  3000: 'Invalid address',
  3001: 'Verify ownerProof fail',
  3002: 'Time is expired',
  3003: 'Invalid time',
  3004: 'Duplicate vote',
} as const

/** An error code that Tako documents; 600 is the one in its example. */
export type TakoErrorCode = keyof typeof takoErrors
