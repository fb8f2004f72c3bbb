import { verifySiweMessage } from '../message/siwe/verifySiweMessage.ts'
import { parseSiweMessage } from '../message/siwe/parseSiweMessage.ts'

export interface SiweBackendOptions {
  session?: 'token' | 'cookie'
  now: () => number
  domain?: string
}

/** A backend as many have one: nonces for one use, then tokens or a cookie. It keeps the cookie jar of one browser too. */
export function createSiweBackend({
  session = 'token',
  now,
  domain = 'dapp.example',
}: SiweBackendOptions) {
  const nonces = new Set<string>()
  const sessions = new Map<string, { address: string; access: string }>()
  const sent: string[] = []
  let jar: string | undefined
  let count = 0
  let isAccessExpired = false
  let next: ((request: Request, answer: () => Promise<Response>) => Promise<Response>) | undefined
  const unauthorized = (error: string) => Response.json({ error }, { status: 401 })

  function issue(address: string) {
    const id = `refresh-${++count}`
    const access = `access-${count}`
    sessions.set(id, { address, access })
    isAccessExpired = false
    if (session === 'token')
      return Response.json({ accessToken: access, refreshToken: id, expiresIn: 3600, address })
    return Response.json({ address }, { headers: { 'set-cookie': `sid=${id}; HttpOnly; Path=/` } })
  }

  async function verify({ message, signature }: { message: string; signature: string }) {
    const { nonce } = parseSiweMessage(message)
    if (!nonces.delete(nonce)) return unauthorized('Unknown nonce')
    const uri = `https://${domain}`
    const verified = await verifySiweMessage({
      ...{ message, signature, nonce, domain, uri },
      chainIds: [1, 10],
      now: now(),
    })
    return verified.ok ? issue(verified.message.address) : unauthorized(verified.reason)
  }

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const text = await request.text()
    const body = text ? (JSON.parse(text) as Record<string, string>) : {}
    const cookie = request.headers.get('cookie')?.slice('sid='.length) ?? ''
    const bearer = request.headers.get('authorization')?.slice('Bearer '.length)
    switch (pathname) {
      case '/auth/challenge': {
        const nonce = `nonce${String(++count).padStart(8, '0')}`
        nonces.add(nonce)
        return Response.json({ nonce, expiresInMs: 300_000 })
      }
      case '/auth/verify':
        return verify(body as { message: string; signature: string })
      case '/auth/refresh': {
        const found = sessions.get(body.refreshToken ?? '')
        sessions.delete(body.refreshToken ?? '')
        return found ? issue(found.address) : unauthorized('Unknown token')
      }
      case '/auth/session': {
        const found = sessions.get(cookie)
        isAccessExpired = false
        return found ? Response.json({ address: found.address }) : unauthorized('No session')
      }
      case '/auth/sign-out':
        sessions.delete(session === 'cookie' ? cookie : (body.refreshToken ?? ''))
        return new Response(null, { status: 204 })
      default: {
        const isKnown =
          session === 'cookie'
            ? sessions.has(cookie)
            : [...sessions.values()].some(({ access }) => access === bearer)
        return isKnown && !isAccessExpired ? Response.json({}) : unauthorized('No session')
      }
    }
  }

  return {
    sent,
    nonces,
    /** Sends as a browser does: with the cookie only where it is asked to. */
    async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
      const request = new Request(input, init)
      const { pathname } = new URL(request.url)
      sent.push(`${request.method} ${pathname}`)
      const headers = new Headers(request.headers)
      // Node's `Request` keeps what it was made with.
      const isIncluded = request.credentials === 'include'
      if (isIncluded && jar) headers.set('cookie', jar)
      const whole = new Request(request, { headers })
      const fault = pathname === '/auth/challenge' || pathname === '/api/me' ? undefined : next
      if (fault) next = undefined
      const response = await (fault ? fault(whole, () => answer(whole)) : answer(whole))
      const kept = response.headers.get('set-cookie')
      if (isIncluded && kept) jar = kept.split(';')[0]
      return response
    },
    /** Replaces the next answer other than a challenge. */
    failNext(fault: NonNullable<typeof next>) {
      next = fault
    },
    revokeAll: () => sessions.clear(),
    expireChallenges: () => nonces.clear(),
    expireAccess() {
      isAccessExpired = true
    },
    hasCookie: () => jar !== undefined,
  }
}
