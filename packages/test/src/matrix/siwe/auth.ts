import { createAuthClient, relayed, siwe } from '@takokit/core'

export const auth = createAuthClient({ providers: [relayed({ provider: siwe(), url: '/auth' })] })
