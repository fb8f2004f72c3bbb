/** The usual form of a refusal: HTTP 401 (RFC 9110, 15.5.2). */
export function isUnauthorized(response: Response): boolean {
  return response.status === 401
}
