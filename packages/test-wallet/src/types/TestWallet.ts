import type { EIP1193Provider } from 'viem'
import type { ProviderInfo } from './ProviderInfo.ts'
import type { TestWalletControls } from '../TestWalletControls.ts'

/** A wallet for tests and demos. */
export type TestWallet = {
  /** The wallet as a page sees it (EIP-1193). */
  readonly provider: EIP1193Provider
  /** Its announced information (EIP-6963). */
  readonly info: ProviderInfo
  /**
   * Announces the wallet to `target` (`window` by default), now and whenever the page asks (EIP-6963); returns a function
   * that stops it. On a server, where there is no window, it does nothing.
   */
  announce(target?: EventTarget): () => void
  /** The other side of the wallet: the actions of its user, or of a test. */
  readonly controls: TestWalletControls
}
