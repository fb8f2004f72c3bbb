import type { SiweOptions } from '@takokit/core'

/** In the page: `createAuthClient({ providers: [siwe(options)] })`. */
export const options: SiweOptions = {
  url: '/api',
  session: 'cookie',
  endpoints: {
    challenge: { path: '/nonce', method: 'GET' },
    verify: '/verify',
    session: '/me',
    signOut: '/logout',
  },
}
