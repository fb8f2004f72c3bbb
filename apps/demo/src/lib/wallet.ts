import { createTestWallet, mountApproval } from '@takokit/test-wallet'
import { emptyChain } from './emptyChain.ts'

/** A wallet in this page, so that the demo needs no extension: real signatures with a well-known test key. */
export const wallet = createTestWallet({
  name: 'Test Wallet',
  approval: 'manual',
  isAuthorized: sessionStorage.getItem('demo:authorized') === 'yes',
  rpc: ({ method }) => emptyChain({ method }),
})

// An extension remembers authorized sites over a reload.
wallet.controls.subscribe(() => {
  sessionStorage.setItem('demo:authorized', wallet.controls.state.isAuthorized ? 'yes' : 'no')
})
wallet.announce()
mountApproval(wallet)
