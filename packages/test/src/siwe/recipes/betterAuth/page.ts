import type { SiweOptions } from '@takokit/core'

/** In the page: `createAuthClient({ providers: [siwe(options)] })`. */
export const options: SiweOptions = {
  url: '/api/auth',
  session: 'cookie',
  endpoints: {
    challenge: '/siwe/nonce',
    verify: '/siwe/verify',
    session: '/get-session',
    signOut: '/sign-out',
  },
  fields: { subject: 'user.name' },
}
