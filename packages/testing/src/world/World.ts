import type { AuthClient } from '@takokit/core'
import type { Emulator, EmulatorControls } from '@takokit/emulator'
import type { TestWallet } from '@takokit/test-wallet'
import type { QueryClient } from '@tanstack/react-query'
import type { Config, Storage } from 'wagmi'
import type { WorldClock } from './WorldClock.ts'

/** An application's environment without a network. */
export interface World {
  /** The first wallet. */
  wallet: TestWallet
  wallets: readonly TestWallet[]
  /** For wagmi's provider. */
  config: Config
  /** For `AuthProvider`, and for actions. */
  client: AuthClient
  /** For TanStack Query's provider. */
  queryClient: QueryClient
  /** The controls of the emulated APIs. */
  emulator: EmulatorControls
  /** The emulated APIs themselves. */
  fetch: Emulator['fetch']
  /** wagmi's storage, in memory. */
  storage: Storage
  clock: WorldClock
  /** Signs in as the wallet's first account, as if before the page loaded: with the wallet's key, and without a prompt. */
  signInBefore(): Promise<void>
  /** Stops the client's timers and listeners. */
  dispose(): void
}
