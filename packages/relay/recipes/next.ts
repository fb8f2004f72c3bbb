// app/auth/[...path]/route.ts: a route handler of Next.js.
import { tako } from '@takokit/core'
import { createRelay } from '@takokit/relay'

const relay = createRelay({
  providers: [tako({ baseUrl: process.env.TAKO_URL })],
  secret: () => process.env.RELAY_SECRET ?? '',
  origin: process.env.ORIGIN ?? 'http://localhost:3000',
  // Where the platform's proxy sets it, and takes away what a client sent under this name.
  clientAddress: (request) => request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim(),
  allowPrivateUpstreams: process.env.ALLOW_PRIVATE_UPSTREAMS?.split(','),
})

export const dynamic = 'force-dynamic'
export const GET = (request: Request) => relay.fetch(request)
export const POST = (request: Request) => relay.fetch(request)
