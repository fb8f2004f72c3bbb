/** The headers of the relay's answer with a token, for the servers beside it. */
export const answerHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
  'x-request-id': '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  'content-type': 'application/json',
}

/** As long as the relay's for Tako. */
export const answerBody = JSON.stringify({
  accessToken: 'x'.repeat(230),
  expiresInMs: 3_599_000,
  subject: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  handle: 'AbCdEfGhIjKlMnOpQrStUv.1',
})
