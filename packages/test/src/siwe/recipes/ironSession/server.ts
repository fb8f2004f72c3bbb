import { getIronSession } from 'iron-session'
import { SiweMessage } from 'siwe'
import { generateSiweNonce } from 'viem/siwe'
import { readSigned, type Signed } from '../readSigned.ts'

interface Session {
  nonce?: string
  address?: string
}

/** The account that signed, if the message is for this site and has the nonce. */
async function verify({ message, signature }: Signed, nonce: string): Promise<string | undefined> {
  try {
    const given = { signature, nonce, domain: 'dapp.example' }
    return (await new SiweMessage(message).verify(given)).data.address
  } catch {
    return undefined
  }
}

/** `secret` has at least 32 characters. */
export const createServer =
  (secret: string) =>
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
        const address = await verify(signed, session.nonce ?? 'none')
        delete session.nonce
        if (address) session.address = address
        await session.save()
        return Response.json({ ok: !!address }, { status: address ? 200 : 422, headers })
      }
      case '/api/logout':
        session.destroy()
        return Response.json({ ok: true }, { headers })
      case '/api/me':
        return Response.json({ address: session.address })
      default:
        return new Response(null, { status: 404 })
    }
  }
