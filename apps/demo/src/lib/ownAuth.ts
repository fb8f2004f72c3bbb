import { createAuthClient, relayed, siwe } from '@takokit/core'
import { network } from './network.ts'

/** A client for a backend of your own: one line here, and `siweIssuer` on the server. */
export const ownAuth = createAuthClient({
  namespace: 'demo-own',
  fetch: network.fetch,
  providers: [relayed({ provider: siwe(), url: '/own/auth', origins: ['/own'] })],
})
