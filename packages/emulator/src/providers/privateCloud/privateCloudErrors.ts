/** The private cloud documents no failure; these are OAuth's texts (RFC 6749) by HTTP status. */
export const privateCloudErrors = {
  400: 'invalid_grant',
  401: 'invalid_client',
  500: 'server_error',
} as const

/** An HTTP status for a failure of the private cloud. */
export type PrivateCloudErrorCode = keyof typeof privateCloudErrors
