import type { EIP1193Provider } from 'viem'
import type { ProviderInfo } from './ProviderInfo.ts'
import type { TestWalletControls } from '../TestWalletControls.ts'

/** A wallet for tests and demos. */
export type TestWallet = {
  /** The wallet as a page sees it (EIP-1193). */
  readonly provider: EIP1193Provider
  /** How it introduces itself (EIP-6963). */
  readonly info: ProviderInfo
  /**
   * Announces the wallet to `target` (`window` by default), now and whenever the page asks (EIP-6963);
   * returns a function that stops. On a server, where there is no window, it does nothing.
   */
  announce(target?: EventTarget): () => void
  /** The other side of the wallet: what its person, or a test, does. */
  readonly controls: TestWalletControls
}
