import { AuthProvider, TakoSignIn } from '@takokit/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import '@takokit/react/styles.css'
import { WagmiProvider } from 'wagmi'
import './HostPage.ts'
import { world } from './world.ts'

window.hostPage = { controls: world.controls }

const root = document.body.appendChild(document.createElement('main'))
createRoot(root).render(
  <WagmiProvider config={world.config}>
    <QueryClientProvider client={world.queryClient}>
      <AuthProvider client={world.auth}>
        <TakoSignIn helpAfterMs={0} />
      </AuthProvider>
    </QueryClientProvider>
  </WagmiProvider>,
)
