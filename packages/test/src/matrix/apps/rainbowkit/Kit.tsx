import '@rainbow-me/rainbowkit/styles.css'
import { ConnectButton, RainbowKitProvider, useConnectModal } from '@rainbow-me/rainbowkit'
import { AuthProvider, TakoSignIn } from '@takokit/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { WagmiProvider } from 'wagmi'
import { auth } from './auth.ts'
import { Bid } from './Wallet.tsx'
import { config } from './wagmi.ts'

const queryClient = new QueryClient()

export function Kit() {
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queryClient}>
        <RainbowKitProvider>
          <Auth>
            <ConnectButton />
            <TakoSignIn />
            <Bid />
          </Auth>
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiProvider>
  )
}

/** Inside of RainbowKit's provider: its dialog connects, and ours asks for the signature. */
function Auth({ children }: { children: ReactNode }) {
  const { openConnectModal } = useConnectModal()
  return (
    <AuthProvider client={auth} onConnect={openConnectModal}>
      {children}
    </AuthProvider>
  )
}
