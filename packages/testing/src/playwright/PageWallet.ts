import type { PendingRequest, TestWallet, TestWalletControls } from '@takokit/test-wallet'

/** A wallet beside the pages of a browser. Its other controls are those of `@takokit/test-wallet`. */
export interface PageWallet extends Omit<TestWalletControls, 'approve' | 'reject'> {
  readonly info: TestWallet['info']
  /** Approves the oldest request, now or as soon as there is one. For `approval: 'manual'`, or after `next('hold')`. */
  approve(): Promise<PendingRequest>
  /** Rejects the oldest request with 4001, now or as soon as there is one. */
  reject(): Promise<PendingRequest>
}

/** `installTakokit`'s result. */
export interface InstalledTakokit {
  /** The first wallet. */
  wallet: PageWallet
  wallets: readonly PageWallet[]
}
