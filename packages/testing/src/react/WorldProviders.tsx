import { AuthProvider, type AuthProviderProps } from '@takokit/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { WagmiProvider } from 'wagmi'
import type { World } from '../world/World.ts'

export interface WorldProvidersProps extends Omit<AuthProviderProps, 'client'> {
  world: World
  /** wagmi's: whether it connects to the wallet that it remembers. Default: yes. */
  reconnectOnMount?: boolean
  /** The application, or the part of it that is tested. */
  children?: ReactNode
}

/**
 * The providers of an application around its parts, in StrictMode: wagmi's, TanStack Query's, and `AuthProvider`.
 *
 * @example
 * ```tsx
 * import { TakoSignIn } from '@takokit/react'
 * import { createWorld } from '@takokit/testing'
 * import { WorldProviders } from '@takokit/testing/react'
 *
 * const world = createWorld()
 * const story = (
 *   <WorldProviders world={world}>
 *     <TakoSignIn />
 *   </WorldProviders>
 * )
 * ```
 */
export function WorldProviders({
  world,
  reconnectOnMount = true,
  children,
  ...auth
}: WorldProvidersProps) {
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
