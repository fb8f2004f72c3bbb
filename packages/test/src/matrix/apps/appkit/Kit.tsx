import { mainnet } from '@reown/appkit/networks'
import { createAppKit, useAppKit } from '@reown/appkit/react'
import { WagmiAdapter } from '@reown/appkit-adapter-wagmi'
import { AuthProvider, TakoSignIn } from '@takokit/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useCallback } from 'react'
import { WagmiProvider } from 'wagmi'
import { auth } from './auth.ts'
import { Bid } from './Wallet.tsx'

/** From https://dashboard.reown.com, for your own dapp. */
const projectId = '00000000000000000000000000000000'
const adapter = new WagmiAdapter({ networks: [mainnet], projectId })
createAppKit({
  adapters: [adapter],
  networks: [mainnet],
  projectId,
  features: { analytics: false },
})

const queryClient = new QueryClient()

export function Kit() {
  return (
    <WagmiProvider config={adapter.wagmiConfig}>
      <QueryClientProvider client={queryClient}>
        <Auth>
          <appkit-button />
          <TakoSignIn />
          <Bid />
        </Auth>
      </QueryClientProvider>
    </WagmiProvider>
  )
}

/** AppKit's dialog connects, and ours asks for the signature. */
function Auth({ children }: { children: ReactNode }) {
  const { open } = useAppKit()
  const connect = useCallback(() => void open({ view: 'Connect' }), [open])
  return (
    <AuthProvider client={auth} onConnect={connect}>
      {children}
    </AuthProvider>
  )
}
