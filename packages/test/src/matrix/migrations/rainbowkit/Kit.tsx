import '@rainbow-me/rainbowkit/styles.css'
import {
  type AuthenticationStatus,
  ConnectButton,
  createAuthenticationAdapter,
  RainbowKitAuthenticationProvider,
  RainbowKitProvider,
} from '@rainbow-me/rainbowkit'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { WagmiProvider } from 'wagmi'
import { backend, writeMessage } from './backend.ts'
import { config } from './wagmi.ts'

const queryClient = new QueryClient()

export function Kit() {
  const [status, setStatus] = useState<AuthenticationStatus>('loading')
  useEffect(() => {
    void backend
      .getSession()
      .then((session) => setStatus(session ? 'authenticated' : 'unauthenticated'))
  }, [])
  const adapter = useMemo(
    () =>
      createAuthenticationAdapter({
        getNonce: backend.getNonce,
        createMessage: writeMessage,
        async verify(signed) {
          const isRight = await backend.verify(signed)
          if (isRight) setStatus('authenticated')
          return isRight
        },
        async signOut() {
          await backend.signOut()
          setStatus('unauthenticated')
        },
      }),
    [],
  )
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queryClient}>
        <RainbowKitAuthenticationProvider adapter={adapter} status={status}>
          <RainbowKitProvider>
            <ConnectButton />
          </RainbowKitProvider>
        </RainbowKitAuthenticationProvider>
      </QueryClientProvider>
    </WagmiProvider>
  )
}
