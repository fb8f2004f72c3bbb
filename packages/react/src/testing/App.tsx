import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { WagmiProvider } from 'wagmi'
import { AuthProvider, type AuthProviderProps } from '../ui/AuthProvider.tsx'
import type { World } from './createWorld.ts'

export interface AppProps extends Omit<AuthProviderProps, 'client'> {
  world: World
  reconnectOnMount?: boolean
  children?: ReactNode
}

/** The providers of an application, in StrictMode. */
export function App({ world, reconnectOnMount = true, children, ...auth }: AppProps) {
  return (
    <StrictMode>
      <WagmiProvider config={world.config} reconnectOnMount={reconnectOnMount}>
        <QueryClientProvider client={world.queryClient}>
          <AuthProvider client={world.client} {...auth}>
            {children}
          </AuthProvider>
        </QueryClientProvider>
      </WagmiProvider>
    </StrictMode>
  )
}
