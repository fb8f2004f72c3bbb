import type { SiweOptions } from '@takokit/core'

/** In the page: `createAuthClient({ providers: [siwe(options)] })`. */
export const options: SiweOptions = {
  url: '/auth',
  session: 'cookie',
  endpoints: {
    challenge: { path: '/challenge', body: { chainId: 4217 } },
    verify: '',
    session: '/session',
    signOut: '/logout',
  },
  fields: { address: 'address' },
}
