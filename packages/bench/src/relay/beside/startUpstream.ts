import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Family {
  isRevoked: boolean
}

/**
 * A provider in Tako's form, and as OpenID Connect. It takes each refresh token once: a second time ends the session, as
 * providers do that detect reuse.
 */
export async function startUpstream(): Promise<Upstream> {
  const families = new Map<string, Family>()
  const used = new Map<string, Family>()
  const counts = { refreshes: 0 }
  const state = { delayMs: 0, isDown: false, lifetimeS: 3_600 }
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const address = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
  const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')

  function issue(family: Family = { isRevoked: false }) {
    const token = (type: string) => {
      const claims = { address, type, exp: 1_900_000_000 }
      const signature = randomBytes(32).toString('base64url')
      return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${signature}`
    }
    const pair = { accessToken: token('token'), refreshToken: token('refresh_token') }
    families.set(pair.refreshToken, family)
    return pair
  }

  async function renew(presented: string) {
    counts.refreshes += 1
    const isDown = state.isDown
    if (state.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, state.delayMs))
    if (isDown) return 'down'
    const family = families.get(presented)
    const before = used.get(presented)
    if (before) before.isRevoked = true
    if (!family || family.isRevoked) return 'refused'
    families.delete(presented)
    used.set(presented, family)
    return issue(family)
  }

  function idToken(): string {
    const nowS = Math.floor(Date.now() / 1_000)
    const claims = { iss: url, aud: 'bench', sub: address, iat: nowS, exp: nowS + 86_400 }
    const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`
    return `${signed}.${createSign('sha256').update(signed).sign(privateKey, 'base64url')}`
  }

  async function answer(path: string, body: string): Promise<[status: number, body: object]> {
    if (path === '/.well-known/openid-configuration')
      return [
        200,
        {
          issuer: url,
          authorization_endpoint: `${url}/authorize`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/jwks`,
          id_token_signing_alg_values_supported: ['RS256'],
        },
      ]
    if (path === '/jwks')
      return [200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256' }] }]
    const form = path === '/token' ? new URLSearchParams(body) : undefined
    const expires_in = state.lifetimeS
    if (form?.get('grant_type') === 'authorization_code') {
      const { accessToken: access_token, refreshToken: refresh_token } = issue()
      const rest = { token_type: 'Bearer', expires_in, id_token: idToken() }
      return [200, { access_token, refresh_token, ...rest }]
    }
    const json = form ? {} : (JSON.parse(body) as Record<string, unknown>)
    const renewed = await renew(form?.get('refresh_token') ?? String(json.refresh_token))
    if (renewed === 'down') return [503, { status: 'error' }]
    if (renewed === 'refused')
      return form ? [400, { error: 'invalid_grant' }] : [401, { status: 'error', message: 'used' }]
    const { accessToken, refreshToken } = renewed
    if (form)
      return [
        200,
        {
          access_token: accessToken,
          refresh_token: refreshToken,
          token_type: 'Bearer',
          expires_in,
        },
      ]
    return [
      200,
      { status: 'success', data: { token: accessToken, refresh_token: refreshToken, expires_in } },
    ]
  }

  const server = createServer((incoming, outgoing) => {
    void readAll(incoming)
      .then((body) => answer(incoming.url ?? '', body))
      .then(([status, body]) => {
        const text = JSON.stringify(body)
        const length = Buffer.byteLength(text)
        outgoing.writeHead(status, {
          'content-type': 'application/json',
          'content-length': length,
        })
        outgoing.end(text)
      })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    issue,
    counts,
    state,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** What the bench needs of it. */
export interface Upstream {
  url: string
  issue: () => { accessToken: string; refreshToken: string }
  counts: { refreshes: number }
  state: { delayMs: number; isDown: boolean; lifetimeS: number }
  close: () => void
}

async function readAll(incoming: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of incoming) text += String(chunk)
  return text
}
