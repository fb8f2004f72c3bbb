import { betterAuth as createBetterAuth } from 'better-auth'
import { describe, expect, test } from 'vitest'
import { origin } from './browse.ts'
import { createServer as createAccounts } from './recipes/accounts/server.ts'
import { createServer as createAuthJs } from './recipes/authJs/server.ts'
import { wallet } from './recipes/betterAuth/server.ts'
import { createServer as createIronSession } from './recipes/ironSession/server.ts'

const domain = 'dapp.example'
const secret = 'a secret of thirty-two characters'
const betterAuth = createBetterAuth({
  baseURL: origin,
  secret,
  trustedOrigins: [origin],
  telemetry: { enabled: false },
  rateLimit: { enabled: false },
  logger: { disabled: true },
  plugins: [wallet],
})
const quietAuthJs = { secret, trustHost: true, logger: { error: () => {} } }
const servers = [
  { name: 'iron-session', path: '/api/verify', serve: createIronSession({ secret, domain }) },
  { name: 'Auth.js', path: '/api/siwe/verify', serve: createAuthJs(quietAuthJs) },
  // It looks at the texts no closer than for a message that is another one than it wants.
  { name: 'better-auth', path: '/api/auth/siwe/verify', serve: betterAuth.handler, half: 401 },
  { name: 'accounts', path: '/auth', serve: createAccounts() },
]

const message = 'a message'
const signature = `0x${'1b'.repeat(65)}`
/** Bodies as they arrive. */
const malformed = [
  ['nothing', ''],
  ['no JSON', '{"message":'],
  ['null', 'null'],
  ['a text', '"message"'],
  ['a list', '["message","signature"]'],
  ['an object without fields', '{}'],
  ['no message', JSON.stringify({ signature })],
  ['no signature', JSON.stringify({ message })],
  ['a message that is null', JSON.stringify({ message: null, signature })],
  ['a message that is a number', JSON.stringify({ message: 1, signature })],
  ['a message that is an object', JSON.stringify({ message: { nonce: 'x' }, signature })],
  ['a signature that is a list', JSON.stringify({ message, signature: [signature] })],
] as const
/** Half of a surrogate pair, which JSON can write and UTF-8 cannot. */
const halves = [
  ['half a character in the message', `{"message":"\\ud800","signature":"${signature}"}`],
  ['half a character in the signature', `{"message":"${message}","signature":"0x\\udfff"}`],
] as const

function post(path: string, body: string): Request {
  const headers = { 'content-type': 'application/json', origin }
  return new Request(`${origin}${path}`, { method: 'POST', headers, body })
}

describe.each(servers)('$name', ({ path, serve, half = 400 }) => {
  test.for(malformed)('a sign-in that sends %s is refused with 400', async ([, body]) => {
    const { status, headers } = await serve(post(path, body))
    expect({ status, cookies: headers.getSetCookie() }).toEqual({ status: 400, cookies: [] })
  })

  test.for(halves)(`a sign-in that sends %s is refused with ${half}`, async ([, body]) => {
    expect((await serve(post(path, body))).status).toBe(half)
  })

  test('a sign-in whose message is for no sign-in is refused, and is no error of the server', async () => {
    const { status } = await serve(post(path, JSON.stringify({ message, signature })))
    expect([400, 401, 422]).toContain(status)
  })
})
