import type { TestWallet } from '@takokit/test-wallet'

/** What a test can access in the page. */
export interface HostPage {
  controls: TestWallet['controls'] | undefined
}

declare global {
  interface Window {
    hostPage: HostPage
  }
}
