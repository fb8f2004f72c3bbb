import { createAuthClient, siwe } from '@takokit/core'

/** The routes that the backend has already. */
export const auth = createAuthClient({
  providers: [
    siwe({
      url: '/api',
      session: 'cookie',
      endpoints: {
        challenge: { path: '/nonce', method: 'GET' },
        verify: '/verify',
        session: '/me',
        signOut: '/logout',
      },
    }),
  ],
})
