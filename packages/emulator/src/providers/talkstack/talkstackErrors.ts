/** TalkStack's documented HTTP statuses and their meaning. */
export const talkstackErrors = {
  400: 'refreshToken is missing',
  401: 'Token is invalid or expired',
  404: 'User not found',
  500: 'Could not get a new token',
} as const

/** An HTTP status that TalkStack documents for a failure. */
export type TalkstackErrorCode = keyof typeof talkstackErrors
