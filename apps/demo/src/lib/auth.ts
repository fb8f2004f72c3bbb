import { cloudreve, createAuthClient, relayed, tako, talkstack } from '@takokit/core'
import { network } from './network.ts'
import { isRelayed, takoBase } from './settings.ts'

const direct = {
  tako: tako({ baseUrl: takoBase }),
  talkstack: talkstack({ baseUrl: '/emulator' }),
  cloudreve: cloudreve({ baseUrl: '/emulator/api/v4' }),
}

/** The private cloud has a client secret, so it is reached only through the relay. */
const privateCloud = relayed({ provider: 'privateCloud', url: '/auth', origins: ['/emulator'] })

/** Direct or relayed: each differs by one line. */
export const auth = createAuthClient({
  namespace: isRelayed ? 'demo-relayed' : 'demo',
  fetch: network.fetch,
  providers: isRelayed
    ? [
        relayed({ provider: direct.tako, url: '/auth' }),
        relayed({ provider: direct.talkstack, url: '/auth' }),
        relayed({ provider: direct.cloudreve, url: '/auth' }),
        privateCloud,
      ]
    : [direct.tako, direct.talkstack, direct.cloudreve, privateCloud],
})

declare module '@takokit/core' {
  interface Register {
    client: typeof auth
  }
}
