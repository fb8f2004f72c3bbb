import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { TakoDevtools } from '@takokit/devtools'
import { AuthProvider } from '@takokit/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { WagmiProvider } from 'wagmi'
import '@takokit/react/styles.css'
import './styles.css'
import { App } from './App.tsx'
import { auth } from './lib/auth.ts'
import { network } from './lib/network.ts'
import { wagmi } from './lib/wagmi.ts'
import { wallet } from './lib/wallet.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <WagmiProvider config={wagmi}>
      <QueryClientProvider client={new QueryClient()}>
        <AuthProvider client={auth}>
          <App />
          <TakoDevtools wallet={wallet} network={network} />
        </AuthProvider>
      </QueryClientProvider>
    </WagmiProvider>
  </StrictMode>,
)
