import { AuthProvider, TakoSignIn } from '@takokit/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { Profiler, type Ref, StrictMode } from 'react'
import { WagmiProvider } from 'wagmi'
import { Call } from './Call.tsx'
import { Refresh } from './Refresh.tsx'
import { Session } from './Session.tsx'
import { Token } from './Token.tsx'
import { world } from './world.ts'

export interface DappProps {
  /** Called with the name of a part after each of its renders. */
  onRender: (part: string) => void
  /** Passed to the sign-in button. */
  buttonRef: Ref<HTMLButtonElement>
}

/** A dapp that uses the kit. */
export function Dapp({ onRender, buttonRef }: DappProps) {
  return (
    <StrictMode>
      <WagmiProvider config={world.config}>
        <QueryClientProvider client={world.queryClient}>
          <AuthProvider client={world.auth}>
            <TakoSignIn ref={buttonRef} />
            <Profiler id="session" onRender={onRender}>
              <Session />
            </Profiler>
            <Profiler id="token" onRender={onRender}>
              <Token />
            </Profiler>
            <Refresh />
            <Call />
          </AuthProvider>
        </QueryClientProvider>
      </WagmiProvider>
    </StrictMode>
  )
}
