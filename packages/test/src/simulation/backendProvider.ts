import { defineProvider } from '../../../core/src/providers/defineProvider.ts'
import { siwe } from '../../../core/src/providers/siwe/siwe.ts'
import type { RateBudget, TokenProvider } from '../../../core/src/types/TokenProvider.ts'
import type { BackendSession } from './createBackend.ts'
import { simOrigin } from './simProvider.ts'

/** Loads what `siwe` loads later, before time is simulated. */
export const loadBackendProvider = async () => siwe().prepare?.()

/** `siwe` for the simulated backend, with the paths and fields of the simulated API. */
export function backendProvider(options: {
  session: BackendSession
  budget: RateBudget
  canRevoke: boolean
  lifetimeMs: number
}): TokenProvider {
  const { session, budget, canRevoke, lifetimeMs } = options
  const provider = siwe({
    name: 'sim',
    url: `${simOrigin}/sim`,
    session,
    lifetimeMs,
    domain: 'dapp.example',
    uri: 'https://dapp.example',
    endpoints: {
      verify: '/exchange',
      session: '/refresh',
      signOut: canRevoke && '/revoke',
    },
    fields: {
      address: 'address',
      accessToken: 'access',
      refreshToken: 'refresh',
      subject: session === 'token' ? 'subject' : 'address',
    },
  })
  return defineProvider({ ...provider, budget })
}
