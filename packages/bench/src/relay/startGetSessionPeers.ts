import { encode, getToken } from '@auth/core/jwt'
import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { getCookieCache } from 'better-auth/cookies'
import { getIronSession, sealData } from 'iron-session'

/** Learns from a request's cookie alone who is signed in. */
export interface GetSessionPeer {
  label: string
  cookie: string
  read: (request: Request) => Promise<unknown>
}

const secret = 'a benchmark has no secrets 0123456789'
const account = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'

/** Other libraries with a request of a user who is signed in, with their own ciphers and defaults. */
export async function startGetSessionPeers(): Promise<GetSessionPeer[]> {
  return [await ironSession(), await nextAuth(), await betterAuthCache()]
}

async function ironSession(): Promise<GetSessionPeer> {
  const options = { password: secret, cookieName: 'session' }
  const sealed = await sealData({ account }, options)
  return {
    label: 'iron-session',
    cookie: `session=${sealed}`,
    read: async (request) =>
      (await getIronSession<{ account?: string }>(request, new Response(), options)).account,
  }
}

/** next-auth reads its session by this. */
async function nextAuth(): Promise<GetSessionPeer> {
  const cookieName = '__Secure-authjs.session-token'
  const jwt = await encode({ token: { sub: account }, secret, salt: cookieName })
  return {
    label: 'next-auth JWT (@auth/core)',
    cookie: `${cookieName}=${jwt}`,
    read: async (request) =>
      (await getToken({ req: request, secret, salt: cookieName, cookieName }))?.sub,
  }
}

async function betterAuthCache(): Promise<GetSessionPeer> {
  const auth = betterAuth({
    secret,
    baseURL: 'https://dapp.example',
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: { enabled: true },
    session: { cookieCache: { enabled: true, maxAge: 3_600 } },
    telemetry: { enabled: false },
  })
  const { headers } = await auth.api.signUpEmail({
    body: { email: 'bench@dapp.example', name: account, password: secret },
    asResponse: true,
  })
  const pairs = headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0])
  return {
    label: 'better-auth cookie cache',
    cookie: pairs.join('; '),
    read: async (request) => (await getCookieCache(request, { secret, isSecure: true }))?.user,
  }
}
