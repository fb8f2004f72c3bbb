import { createAuthClient, tako } from '@takokit/core'

export const auth = createAuthClient({ providers: [tako()] })
