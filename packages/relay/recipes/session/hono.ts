// Hono: a middleware that tells who is signed in, and a call of the server's own with the user's token.
import { type Relay, RelayRefusal, type SignedInSession } from '@takokit/relay'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'

/** Only for those who are signed in. */
const requireSession = (relay: Relay<'tako'>) =>
  createMiddleware<{ Variables: { session: SignedInSession } }>(async (c, next) => {
    const session = await relay.getSession(c.req.raw)
    if (!session) return c.json({ error: 'Sign in first.' }, 401)
    c.set('session', session)
    await next()
    return undefined
  })

export function createApp(relay: Relay<'tako'>, callApi: typeof fetch) {
  const app = new Hono()
  app.get('/me', requireSession(relay), (c) => c.json({ address: c.var.session.address }))
  app.get('/bids', async (c) => {
    const { accessToken, cookies } = await relay.getToken(c.req.raw, { provider: 'tako' })
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
    const headers = { authorization: `Bearer ${accessToken}` }
    const { status, body } = await callApi('https://api.tako.so/v2/bids', { headers })
    return c.newResponse(body, status as 200)
  })
  app.onError((error) => {
    if (!(error instanceof RelayRefusal)) throw error
    return Response.json({ error: error.message }, { status: error.status })
  })
  return app
}
