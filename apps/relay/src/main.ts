import { getRequestListener } from '@hono/node-server'
import { readClientAddress, serveRelay } from '@takokit/relay/node'
import { createExample } from './createExample.ts'

const example = await createExample(process.env)
const server = await serveRelay({
  relay: example.relay,
  port: Number(process.env.PORT ?? 8787),
  // There is no balancer that has to notice.
  limits: { drainMs: 0 },
  listener: getRequestListener((request, { incoming }) =>
    example.app.fetch(request, { clientAddress: readClientAddress(incoming) }),
  ),
})
console.log(`The relay listens at ${server.url}/auth, the emulated APIs at ${example.emulatorUrl}`)
console.log(`Begin a session: open ${server.url.replace('127.0.0.1', 'localhost')}/login/cloudreve`)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await server.close()
    await example.close()
  })
