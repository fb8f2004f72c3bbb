import { generateKeyPairSync } from 'node:crypto'
import { createRelay, siweIssuer } from '@takokit/relay'
import { serveBeside } from './serveBeside.ts'

/** Serves a folder of static files, and below `/auth` a relay that issues the sessions itself. */
export function serveWithRelay(folder: string) {
  const signingKeys = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) }
  const open = (url: string) =>
    createRelay({
      origin: url,
      secret: 'a-secret-of-this-test-0123456789-abcdef',
      logger: () => {},
      providers: [siweIssuer({ domain: new URL(url).host, signingKeys })],
    }).fetch
  return serveBeside({ folder: () => folder, below: '/auth/', open })
}
