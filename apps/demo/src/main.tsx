import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AuthProvider } from '@takokit/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { WagmiProvider } from 'wagmi'
import '@takokit/react/styles.css'
import './styles.css'
import { App } from './App.tsx'
import { auth } from './lib/auth.ts'
import { wagmi } from './lib/wagmi.ts'
import './lib/wallet.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <WagmiProvider config={wagmi}>
      <QueryClientProvider client={new QueryClient()}>
        <AuthProvider client={auth}>
          <App />
        </AuthProvider>
      </QueryClientProvider>
    </WagmiProvider>
  </StrictMode>,
)
