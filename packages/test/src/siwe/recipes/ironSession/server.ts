import { getIronSession } from 'iron-session'
import { SiweMessage } from 'siwe'
import { generateSiweNonce } from 'viem/siwe'
import { readSigned, type Signed } from '../readSigned.ts'

interface Session {
  nonce?: string
  address?: string
  chainId?: number
}

export interface ServerOptions {
  /** At least 32 characters. */
  secret: string
  /** Whom messages have to be for: the host of the site, with its port. */
  domain: string
}

/** The message, if it is for this site, has the nonce, and its account has signed it. */
async function verify({ message, signature }: Signed, asked: { nonce: string; domain: string }) {
  try {
    return (await new SiweMessage(message).verify({ signature, ...asked })).data
  } catch {
    return undefined
  }
}

export const createServer =
  ({ secret, domain }: ServerOptions) =>
  async (request: Request): Promise<Response> => {
    const written = new Response()
    const cookie = { password: secret, cookieName: 'siwe' }
    const session = await getIronSession<Session>(request, written, cookie)
    const { headers } = written
    switch (new URL(request.url).pathname) {
      case '/api/nonce': {
        const nonce = (session.nonce = generateSiweNonce())
        await session.save()
        return new Response(nonce, { headers })
      }
      case '/api/verify': {
        const signed = await readSigned(request)
        if (!signed) return Response.json({ ok: false }, { status: 400 })
        // Without a nonce, `siwe` would take that of the message.
        const verified = await verify(signed, { nonce: session.nonce ?? 'none', domain })
        delete session.nonce
        if (verified) {
          session.address = verified.address
          session.chainId = verified.chainId
        }
        await session.save()
        return Response.json({ ok: !!verified }, { status: verified ? 200 : 422, headers })
      }
      case '/api/logout':
        session.destroy()
        return Response.json({ ok: true }, { headers })
      case '/api/me':
        return Response.json({ address: session.address, chainId: session.chainId })
      default:
        return new Response(null, { status: 404 })
    }
  }
