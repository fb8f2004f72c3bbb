import { getIronSession } from 'iron-session'
import { SiweMessage } from 'siwe'
import { generateSiweNonce } from 'viem/siwe'

interface Session {
  nonce?: string
  address?: string
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
        const { message = '', signature = '' } = (await request.json()) as Record<string, string>
        // Without a nonce, `siwe` would take that of the message.
        const { nonce = 'none' } = session
        delete session.nonce
        const { success, data } = await new SiweMessage(message).verify(
          { signature, nonce, domain: 'dapp.example' },
          { suppressExceptions: true },
        )
        if (success) session.address = data.address
        await session.save()
        return Response.json({ ok: success }, { status: success ? 200 : 422, headers })
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
