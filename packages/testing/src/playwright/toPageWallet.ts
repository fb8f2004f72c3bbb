import type { TestWallet } from '@takokit/test-wallet'
import type { PageWallet } from './PageWallet.ts'

/** The controls with an `approve` and a `reject` that wait for the request. */
export function toPageWallet({ controls, info }: TestWallet): PageWallet {
  const decide = (decision: 'approve' | 'reject') => async () => {
    const request = await controls.waitForPending()
    controls[decision](request.id)
    return request
  }
  // Getters stay getters.
  return Object.create(controls, {
    info: { value: info, enumerable: true },
    approve: { value: decide('approve'), enumerable: true },
    reject: { value: decide('reject'), enumerable: true },
  }) as PageWallet
}
