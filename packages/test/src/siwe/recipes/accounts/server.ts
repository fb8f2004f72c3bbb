import { Handler } from 'accounts/server'

export function createServer(options: Omit<Handler.auth.Options, 'origin' | 'path'> = {}) {
  const handler = Handler.auth({ ...options, path: '/auth', origin: 'https://dapp.example' })
  return async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname !== '/auth/session') return handler.fetch(request)
    const session = await handler.getSession(request)
    return session ? Response.json(session) : Response.json(null, { status: 401 })
  }
}
