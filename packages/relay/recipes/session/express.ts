// Express, from 4 on: its requests are given as they are.
import { type Relay, RelayRefusal } from '@takokit/relay'
import type { Express, NextFunction, Request, Response } from 'express'

export function mountRoutes(app: Express, relay: Relay<'tako'>, callApi: typeof fetch): void {
  // Express 4 does not pass on what a promise rejects with.
  const handle =
    (task: (request: Request, response: Response) => Promise<unknown>) =>
    (request: Request, response: Response, next: NextFunction) =>
      void task(request, response).catch(next)

  app.get(
    '/me',
    handle(async (request, response) => {
      const session = await relay.getSession(request)
      if (session) response.json({ address: session.address })
      else response.status(401).json({ error: 'Sign in first.' })
    }),
  )
  app.get(
    '/bids',
    handle(async (request, response) => {
      const { accessToken, cookies } = await relay.getToken(request, { provider: 'tako' })
      const headers = { authorization: `Bearer ${accessToken}` }
      const bids = await callApi('https://api.tako.so/v2/bids', { headers })
      for (const cookie of cookies) response.append('set-cookie', cookie)
      response.status(bids.status).send(await bids.text())
    }),
  )
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof RelayRefusal) response.status(error.status).json({ error: error.message })
    else next(error)
  })
}
