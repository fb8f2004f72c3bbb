import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConnectKitButton, ConnectKitProvider, SIWEProvider } from 'connectkit'
import { WagmiProvider } from 'wagmi'
import { backend, writeMessage } from './backend.ts'
import { config } from './wagmi.ts'

const queryClient = new QueryClient()

export function Kit() {
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queryClient}>
        <SIWEProvider
          getNonce={backend.getNonce}
          createMessage={writeMessage}
          verifyMessage={backend.verify}
          getSession={backend.getSession}
          signOut={backend.signOut}
        >
          <ConnectKitProvider>
            <ConnectKitButton />
          </ConnectKitProvider>
        </SIWEProvider>
      </QueryClientProvider>
    </WagmiProvider>
  )
}
