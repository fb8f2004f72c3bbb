import type { SiweOptions } from '@takokit/core'

/** In the page: `createAuthClient({ providers: [siwe(options)] })`. */
export const options: SiweOptions = {
  url: '/api',
  session: 'cookie',
  endpoints: {
    challenge: { path: '/siwe/nonce', method: 'GET' },
    verify: '/siwe/verify',
    session: '/auth/session',
    signOut: '/siwe/sign-out',
  },
  fields: { subject: 'user.name' },
}
