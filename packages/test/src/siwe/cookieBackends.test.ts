import { Auth, raw, skipCSRFCheck, type AuthConfig } from '@auth/core'
import Credentials from '@auth/core/providers/credentials'
import {
  authFetch,
  prepareSignIn,
  restoreSession,
  signIn,
  signOut,
  type SiweOptions,
} from '@takokit/core'
import { verifySiweMessage } from '@takokit/core/siwe'
import { getIronSession } from 'iron-session'
import { SiweMessage } from 'siwe'
import { generateSiweNonce, parseSiweMessage } from 'viem/siwe'
import { describe, expect, test } from 'vitest'
import { account, browse, openClient, origin, signer } from './browse.ts'

const secret = 'a secret of thirty-two characters'

async function expectSignedInAndOut(
  options: SiweOptions,
  { browser, me }: { browser: ReturnType<typeof browse>; me: string },
) {
  const auth = openClient(options, browser.fetch)
  await prepareSignIn(auth)
  const { status, account: signedIn } = await signIn(auth, { signer })
  expect({ status, signedIn }).toEqual({ status: 'signedIn', signedIn: account.address })
  expect(await (await authFetch(auth, `${origin}${me}`)).text()).toContain(account.address)
  auth.dispose()

  const reloaded = openClient(options, browser.fetch)
  expect(await restoreSession(reloaded)).toMatchObject({
    status: 'signedIn',
    account: account.address,
  })
  await signOut(reloaded)
  const after = openClient(options, browser.fetch)
  expect(await restoreSession(after)).toMatchObject({ status: 'signedOut' })
}

describe('siwe and iron-session', () => {
  const options: SiweOptions = {
    url: `${origin}/api`,
    session: 'cookie',
    endpoints: {
      challenge: { path: '/nonce', method: 'GET' },
      verify: '/verify',
      session: '/me',
      signOut: '/logout',
    },
  }

  /** The routes of the usual example. */
  async function serve(request: Request): Promise<Response> {
    const written = new Response()
    const session = await getIronSession<{ nonce?: string; address?: string }>(request, written, {
      password: secret,
      cookieName: 'siwe',
    })
    const { headers } = written
    const path = new URL(request.url).pathname
    if (path === '/api/nonce') {
      const nonce = (session.nonce = generateSiweNonce())
      await session.save()
      return new Response(nonce, { headers })
    }
    if (path === '/api/verify') {
      const { message, signature } = (await request.json()) as Record<string, string>
      const { nonce } = session
      delete session.nonce
      const verified = await new SiweMessage(message ?? '').verify(
        { signature: signature ?? '', nonce: nonce ?? 'none', domain: 'dapp.example' },
        { suppressExceptions: true },
      )
      if (verified.success) session.address = verified.data.address
      await session.save()
      return Response.json(
        { ok: verified.success },
        { status: verified.success ? 200 : 422, headers },
      )
    }
    if (path === '/api/logout') {
      session.destroy()
      return Response.json({ ok: true }, { headers })
    }
    return Response.json({ address: session.address })
  }

  test('signs in, calls, restores and signs out', async () => {
    await expectSignedInAndOut(options, { browser: browse(serve), me: '/api/me' })
  })
})

describe('Auth.js, with its credentials provider', () => {
  const options: SiweOptions = {
    url: `${origin}/api`,
    session: 'cookie',
    endpoints: {
      challenge: { path: '/siwe/nonce', method: 'GET' },
      verify: '/siwe/verify',
      session: '/auth/session',
      signOut: '/siwe/sign-out',
    },
    fields: { subject: 'user.name' },
  }

  function start() {
    const issued = new Set<string>()
    const config: AuthConfig = {
      secret,
      trustHost: true,
      basePath: '/api/auth',
      logger: { error: () => {} },
      providers: [
        Credentials({
          credentials: { message: {}, signature: {} },
          // Auth.js' own callback takes credentials from anybody, so they are verified here and nowhere before.
          async authorize({ message, signature }) {
            const { nonce = '', chainId = 0 } = parseSiweMessage(`${message}`)
            if (!issued.delete(nonce)) return null
            const verified = await verifySiweMessage({
              message: `${message}`,
              signature: `${signature}`,
              domain: 'dapp.example',
              uri: { origin },
              nonce,
              chainIds: [chainId],
              now: Date.now(),
            })
            return verified.ok ? { name: verified.message.address } : null
          },
        }),
      ],
    }
    /** What `signIn` and `signOut` of `next-auth` do on the server. */
    async function call(path: string, body: Record<string, string>, { headers }: Request) {
      const request = new Request(`${origin}/api/auth/${path}`, {
        method: 'POST',
        headers: { cookie: headers.get('cookie') ?? '' },
        body: new URLSearchParams(body),
      })
      return Auth(request, { ...config, skipCSRFCheck, raw })
    }
    return browse(async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname === '/api/siwe/nonce') {
        const nonce = generateSiweNonce()
        issued.add(nonce)
        return Response.json({ nonce })
      }
      const answer = new Headers()
      if (pathname === '/api/siwe/verify') {
        const body = (await request.json()) as Record<string, string>
        const { message = '', signature = '' } = body
        const { cookies = [] } = await call('callback/credentials', { message, signature }, request)
        for (const { name, value } of cookies)
          answer.append('set-cookie', `${name}=${value}; Path=/; HttpOnly`)
        return Response.json({}, { status: answer.has('set-cookie') ? 200 : 401, headers: answer })
      }
      if (pathname === '/api/siwe/sign-out') {
        const { cookies = [] } = await call('signout', {}, request)
        for (const { name } of cookies) answer.append('set-cookie', `${name}=; Path=/; Max-Age=0`)
        return Response.json({}, { headers: answer })
      }
      return Auth(request, config)
    })
  }

  test('signs in, calls, restores and signs out', async () => {
    await expectSignedInAndOut(options, { browser: start(), me: '/api/auth/session' })
  })
})
