import { AuthProvider, TakoSignIn, useAuthFetch, useSession } from '@takokit/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { WagmiProvider } from 'wagmi'
import { auth } from './auth.ts'
import { config } from './wagmi.ts'

export function Wallet() {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queryClient}>
        <AuthProvider client={auth}>
          <TakoSignIn />
          <Bid />
        </AuthProvider>
      </QueryClientProvider>
    </WagmiProvider>
  )
}

export function Bid() {
  const { status } = useSession()
  const authFetch = useAuthFetch()
  const [answer, setAnswer] = useState<number>()
  async function ignore() {
    const response = await authFetch('https://api.tako.so/v2/farcaster/ignore_bid', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ index: 70 }),
    })
    setAnswer(response.status)
  }
  return (
    <p>
      <output data-testid="session">{status}</output>
      {status === 'signedIn' && <button onClick={() => void ignore()}>Ignore bid 70</button>}
      <output data-testid="answer">{answer}</output>
    </p>
  )
}
