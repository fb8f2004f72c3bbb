import { createAuthClient, tako } from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { cloudreveFixture } from '@takokit/emulator/fixtures'
import { serveEmulator } from '@takokit/emulator/node'
import { emulator } from '@takokit/emulator/vite'
import { AuthProvider, TakoSignIn, useAuthToken } from '@takokit/react'
import { createRelay } from '@takokit/relay'
import { serveRelay } from '@takokit/relay/node'
import { redisStore } from '@takokit/relay/redis'
import { createTestWallet } from '@takokit/test-wallet'

/** Every entry of every package, resolved without `exports`: a name without its type is an error here. */
export const auth = createAuthClient({ providers: [tako()], fetch: createEmulator().fetch })

export function App() {
  const { token, status } = useAuthToken()
  const text: string | undefined = token ?? status
  return (
    <AuthProvider client={auth}>
      <TakoSignIn />
      {text}
    </AuthProvider>
  )
}

export const others = [
  cloudreveFixture,
  serveEmulator,
  emulator,
  createRelay,
  serveRelay,
  redisStore,
  createTestWallet,
] satisfies unknown[]
