import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createRelay, createTokenVerifier, siweIssuer } from '@takokit/relay'

/** Where the backend of your own is. Its relay is another than that of the four providers. */
export const ownPath = '/own/'
const basePath = '/own/auth'

/** A deployment keeps its key. Here sessions end with the server. */
const signingKeys = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) }
const secret = randomBytes(32).toString('hex')

/** A whole backend: the relay issues sessions and tokens, and an API verifies them. */
export function createOwnBackend(origin: string): (request: Request) => Promise<Response> {
  const domain = new URL(origin).host
  const relay = createRelay({
    origin,
    basePath,
    secret,
    logger: () => {},
    providers: [siweIssuer({ domain, statement: 'Sign in to the demo.', signingKeys })],
  })
  const verifier = createTokenVerifier({
    issuer: origin + basePath,
    audience: domain,
    // The keys are here. An API elsewhere fetches them.
    fetch: (input) => relay.fetch(new Request(input)),
  })
  return async (request) => {
    if (new URL(request.url).pathname !== '/own/me') return relay.fetch(request)
    const verified = await verifier.verify(request).catch(() => undefined)
    return verified
      ? Response.json({ hello: verified.address })
      : Response.json({ error: 'Sign in first.' }, { status: 401 })
  }
}
