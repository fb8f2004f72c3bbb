import { AuthProvider, TakoSignIn } from '@takokit/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConnectKitButton, ConnectKitProvider, useModal } from 'connectkit'
import { type ReactNode, useCallback } from 'react'
import { WagmiProvider } from 'wagmi'
import { auth } from './auth.ts'
import { Bid } from './Wallet.tsx'
import { config } from './wagmi.ts'

const queryClient = new QueryClient()

export function Kit() {
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queryClient}>
        <ConnectKitProvider>
          <Auth>
            <ConnectKitButton />
            <TakoSignIn />
            <Bid />
          </Auth>
        </ConnectKitProvider>
      </QueryClientProvider>
    </WagmiProvider>
  )
}

/** Inside of ConnectKit's provider: its dialog connects, and ours asks for the signature. */
function Auth({ children }: { children: ReactNode }) {
  const { setOpen } = useModal()
  const open = useCallback(() => setOpen(true), [setOpen])
  return (
    <AuthProvider client={auth} onConnect={open}>
      {children}
    </AuthProvider>
  )
}
