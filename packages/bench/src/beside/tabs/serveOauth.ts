import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Issued } from './page/PeerSession.ts'

/** What the server saw. */
export interface Counts {
  /** Requests with a refresh token. */
  requests: number
  /** Those whose token had been used before: each ends its session. */
  duplicates: number
  /** Those that came while a `Retry-After` was running. */
  tooEarly: number
  refreshes: number
}

/** A token endpoint that is strict as OAuth recommends: a refresh token that is presented twice ends its session. */
export interface OauthServer {
  url: string
  /** How long an access token lives. */
  lifetimeS: number
  counts: () => Counts
  resetCounts: () => void
  /** Begins a session. */
  issue: () => Issued
  isValid: (accessToken: string) => boolean
  /** Whether all sessions that were begun have ended. */
  isOver: () => boolean
  /** Refuses all access tokens that were issued until now; refresh tokens stay. */
  refuseAccess: () => void
  advance: (ms: number) => void
  /** The answers of the next requests are lost, with their tokens used. */
  loseAnswers: (count: number) => void
  /** The next requests are answered with 429 and `Retry-After`. */
  limit: (count: number, retryAfterS: number) => void
  /** Answers with 500 from now on, or no longer. */
  setDown: (isDown: boolean) => void
  /** The time of the first refresh after the last `setDown(false)`, on the clock of the server. */
  backAt: () => number | undefined
  now: () => number
  close: () => Promise<void>
}

interface Family {
  isAlive: boolean
}

/** As over a network, so that tabs meet. */
const latencyMs = 30
/** How much a page's clock may be ahead of this one. */
const clockMs = 100
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function serveOauth({ lifetimeS = 3_600 } = {}): Promise<OauthServer> {
  const refreshTokens = new Map<string, { family: Family; isUsed: boolean }>()
  const accessTokens = new Map<string, { family: Family; expiresAt: number; isRefused: boolean }>()
  let [aheadMs, lost, limited, retryAfterS, blockedUntil] = [0, 0, 0, 0, 0]
  let isDown = false
  let backAt: number | undefined
  let counts: Counts = { requests: 0, duplicates: 0, tooEarly: 0, refreshes: 0 }
  const now = () => Date.now() + aheadMs

  function issue(family: Family, nonce?: string): Issued {
    const iat = Math.floor(now() / 1_000)
    const claims = { iss: `${url}/`, sub: 'someone', iat, exp: iat + lifetimeS }
    // Names of libraries' own: `azp` and `typ` are read by one of them.
    const jwt = (more: object) =>
      `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url({ ...claims, jti: randomBytes(6).toString('hex'), ...more })}.c2lnbmVk`
    const tokens = {
      access_token: jwt({ aud: 'api', typ: 'Bearer' }),
      // One library decodes it too.
      refresh_token: jwt({ aud: 'app', typ: 'Refresh' }),
      id_token: jwt({ aud: 'app', azp: 'app', typ: 'ID', nonce }),
    }
    refreshTokens.set(tokens.refresh_token, { family, isUsed: false })
    accessTokens.set(tokens.access_token, {
      family,
      expiresAt: now() + lifetimeS * 1_000,
      isRefused: false,
    })
    return { ...tokens, expires_in: lifetimeS }
  }

  /** The whole answer, with what the endpoints of the libraries add. */
  const answerOf = (tokens: Issued) => ({
    ...tokens,
    token_type: 'Bearer',
    scope: 'openid profile email offline_access',
    expires_at: Math.floor(now() / 1_000) + lifetimeS,
    user: { id: 'someone', aud: 'authenticated' },
  })

  function refresh(refreshToken: string | undefined): { status: number; body: object } {
    const found = refreshTokens.get(refreshToken ?? '')
    if (found?.isUsed) {
      counts.duplicates += 1
      found.family.isAlive = false
    }
    if (!found?.family.isAlive) return { status: 400, body: { error: 'invalid_grant' } }
    found.isUsed = true
    counts.refreshes += 1
    backAt ??= now()
    return { status: 200, body: answerOf(issue(found.family)) }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://server')
    const headers: Record<string, string> = {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'retry-after',
      'access-control-max-age': '600',
      'content-type': 'application/json',
      // A browser repeats a request by itself if a connection that it used again drops.
      connection: 'close',
    }
    const send = (status: number, body: object) =>
      response.writeHead(status, headers).end(JSON.stringify(body))
    if (request.method === 'OPTIONS') return void send(200, {})
    if (!pathname.endsWith('/token')) {
      const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? []
      await sleep(latencyMs)
      return void (isValid(token) ? send(200, { id: 'someone' }) : send(401, {}))
    }
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const sent = readBody(text, request.headers['content-type'] ?? '')
    if (sent.grant_type === 'authorization_code') {
      await sleep(latencyMs)
      return void send(200, answerOf(issue({ isAlive: true }, sent.code)))
    }
    counts.requests += 1
    if (now() < blockedUntil - clockMs) counts.tooEarly += 1
    if (isDown) {
      await sleep(latencyMs)
      return void send(500, { error: 'server_error' })
    }
    if (limited > 0) {
      limited -= 1
      blockedUntil = now() + retryAfterS * 1_000
      headers['retry-after'] = String(retryAfterS)
      await sleep(latencyMs)
      return void send(429, { error: 'slow_down' })
    }
    const { status, body } = refresh(sent.refresh_token ?? searchParams.get('refresh_token') ?? '')
    await sleep(latencyMs)
    if (lost > 0) {
      lost -= 1
      response.destroy()
      return
    }
    send(status, body)
  }

  function isValid(accessToken: string): boolean {
    const found = accessTokens.get(accessToken)
    return (
      found !== undefined && found.family.isAlive && !found.isRefused && found.expiresAt > now()
    )
  }

  const server = createServer((request, response) => void handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    lifetimeS,
    now,
    isValid,
    isOver: () => [...refreshTokens.values()].every(({ family }) => !family.isAlive),
    issue: () => issue({ isAlive: true }),
    counts: () => ({ ...counts }),
    resetCounts() {
      counts = { requests: 0, duplicates: 0, tooEarly: 0, refreshes: 0 }
    },
    refuseAccess() {
      for (const one of accessTokens.values()) one.isRefused = true
    },
    advance(ms) {
      aheadMs += ms
    },
    loseAnswers(count) {
      lost = count
    },
    limit(count, seconds) {
      limited = count
      retryAfterS = seconds
    },
    setDown(value) {
      isDown = value
      if (!value) backAt = undefined
    },
    backAt: () => backAt,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function readBody(text: string, type: string): Record<string, string | undefined> {
  if (type.includes('json')) return JSON.parse(text || '{}')
  return Object.fromEntries(new URLSearchParams(text))
}
