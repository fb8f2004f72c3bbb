import { Auth, type AuthConfig, skipCSRFCheck } from '@auth/core'
import Credentials from '@auth/core/providers/credentials'
import { parseSiweMessage, verifySiweMessage } from '@takokit/core/siwe'
import { generateSiweNonce } from 'viem/siwe'
import { readSigned } from '../readSigned.ts'

const origin = 'https://dapp.example'
/** Several processes share a store, in which nonces expire. */
const issued = new Set<string>()

const wallet = Credentials({
  credentials: { message: {}, signature: {} },
  // Auth.js' own callback takes credentials from anybody, so they are verified here and nowhere before.
  async authorize({ message: given, signature }) {
    const message = `${given}`
    const { nonce, chainId } = parseSiweMessage(message)
    if (!issued.delete(nonce)) return null
    const verified = await verifySiweMessage({
      message,
      signature: `${signature}`,
      domain: 'dapp.example',
      uri: { origin },
      nonce,
      chainIds: [chainId],
      now: Date.now(),
    })
    return verified.ok ? { name: verified.message.address } : null
  },
})

export function createServer(settings: Omit<AuthConfig, 'providers'>) {
  const config: AuthConfig = { ...settings, basePath: '/api/auth', providers: [wallet] }

  /** As `signIn` and `signOut` of `next-auth` do on the server. Returns what is to be set as cookies. */
  async function call(path: string, body: Record<string, string>, { headers }: Request) {
    const cookie = headers.get('cookie') ?? ''
    const init = { method: 'POST', headers: { cookie }, body: new URLSearchParams(body) }
    const request = new Request(`${origin}/api/auth/${path}`, init)
    const answer = await Auth(request, { ...config, skipCSRFCheck })
    return answer.headers.getSetCookie().map((line): [string, string] => ['set-cookie', line])
  }

  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname === '/api/siwe/nonce') {
      const nonce = generateSiweNonce()
      issued.add(nonce)
      return Response.json({ nonce })
    }
    if (!pathname.startsWith('/api/siwe/')) return Auth(request, config)
    if (request.headers.get('origin') !== origin) return Response.json({}, { status: 403 })
    if (pathname === '/api/siwe/sign-out')
      return Response.json({}, { headers: await call('signout', {}, request) })
    const signed = await readSigned(request)
    if (!signed) return Response.json({}, { status: 400 })
    const cookies = await call('callback/credentials', { ...signed }, request)
    const isSignedIn = cookies.some(([, line]) => /session-token[^=]*=[^;]/.test(line))
    return Response.json({}, { status: isSignedIn ? 200 : 401, headers: cookies })
  }
}
