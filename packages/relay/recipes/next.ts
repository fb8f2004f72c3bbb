// app/relay.ts: the relay of a Next.js app, with `cacheComponents` or without. It answers in app/auth/[...path]/route.ts:
//   export { GET, POST } from '../../relay'
// Pages, route handlers and proxy.ts import `relay` to ask who is signed in (session/next.ts). So that a missing secret is found
// when the server starts, and not by its first user, instrumentation.ts beside the folder `app` says:
//   export const register = () => import('./app/relay')
import { tako } from '@takokit/core'
import { createRelay, type Relay } from '@takokit/relay'

// `next build` runs this file too, where the secret need not be.
const isBuild = process.env.NEXT_PHASE === 'phase-production-build'

// Next.js loads this module once for route handlers and once for pages: both use the same relay.
const shared = globalThis as { relay?: Relay<'tako'> }

export const relay = (shared.relay ??= createRelay({
  providers: [tako({ baseUrl: process.env.TAKO_URL })],
  secret: isBuild ? 'while building, nothing is sealed' : (process.env.RELAY_SECRET ?? ''),
  origin: process.env.ORIGIN ?? 'http://localhost:3000',
  // Where the platform's proxy sets it, and takes away what a client sent under this name.
  clientAddress: (request) => request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim(),
  allowPrivateUpstreams: process.env.ALLOW_PRIVATE_UPSTREAMS?.split(','),
}))

export const GET = (request: Request) => relay.fetch(request)
export const POST = (request: Request) => relay.fetch(request)
