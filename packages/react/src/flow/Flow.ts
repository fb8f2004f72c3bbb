import type { ConnectedWallet, ReachedWallet, WalletStore } from '../wagmi/WalletSnapshot.ts'
import type { AuthClient, ProviderName, TakoKitError } from '@takokit/core'
import type { FlowState, OpenChangeReason } from './FlowState.ts'
import type { FlowEvent } from './transition.ts'

export interface FlowOptions {
  client: AuthClient
  wallet: WalletStore
  provider: ProviderName | undefined
  mode: SignInMode
  /** How long a wallet may take before help is offered, in milliseconds. */
  helpAfterMs: number
  onOpenChange?: ((isOpen: boolean, reason: OpenChangeReason) => void) | undefined
}

/** `connect` stops when the wallet is connected. */
export type SignInMode = 'connect-and-sign' | 'connect'

/** One sign-in control's state and actions. An attempt is known by its `AbortController`. */
export interface Flow {
  getOptions: () => FlowOptions
  setOptions: (next: FlowOptions) => void
  getSnapshot: () => FlowState
  subscribe: (listener: () => void) => () => void
  isCurrent: (mine: AbortController) => boolean
  /** Whether it waits for the user, a wallet or a provider. */
  isActive: () => boolean
  send: (event: FlowEvent) => void
  begin: (onClick?: () => void) => AbortController
  finish: (mine: AbortController, event: FlowEvent) => void
  fail: (mine: AbortController, error: TakoKitError) => void
  start: (reason?: OpenChangeReason) => Promise<void>
  sign: (connected: ConnectedWallet, reason: OpenChangeReason) => Promise<unknown> | void
  /** The attempt has connected the wallet, which is asked at the next tap. */
  offer: (mine: AbortController, connected: ReachedWallet, walletName: string) => void
  close: (reason?: OpenChangeReason, next?: FlowEvent) => void
  /** The dialog could not be loaded: an active attempt continues without it, otherwise the control shows the failure. */
  reportMissing: (cause?: unknown) => void
  /** Offers the wallets, and cancels the active attempt. */
  choose: (reason?: OpenChangeReason) => void
}
