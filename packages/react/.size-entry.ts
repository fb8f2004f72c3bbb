export { TakoSignIn, AuthProvider } from '@takokit/react'
export { createAuthClient, tako } from '@takokit/core'
