'use client'

import { createAuthClient, relayed, tako } from '@takokit/core'
import { AuthProvider, type AuthProviderProps } from '@takokit/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { createConfig, http, WagmiProvider } from 'wagmi'
import { mainnet } from 'wagmi/chains'

/** Wallets announce themselves (EIP-6963). */
const config = createConfig({
  chains: [mainnet],
  transports: { [mainnet.id]: http() },
  ssr: true,
})
const auth = createAuthClient({ providers: [relayed({ provider: tako(), url: '/auth' })] })

export function Providers({
  children,
  initialSession,
}: Pick<AuthProviderProps, 'children' | 'initialSession'>) {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queryClient}>
        <AuthProvider client={auth} initialSession={initialSession}>
          {children}
        </AuthProvider>
      </QueryClientProvider>
    </WagmiProvider>
  )
}
