import { createTestWallet, mountApproval } from '@takokit/test-wallet'
import { siteData } from './siteData.ts'
import { emptyChain } from './emptyChain.ts'

const storage = siteData('sessionStorage')

/** A wallet in this page, so that the demo needs no extension: real signatures with a well-known test key. */
export const wallet = createTestWallet({
  name: 'Test Wallet',
  approval: 'manual',
  isAuthorized: storage.getItem('demo:authorized') === 'yes',
  rpc: ({ method }) => emptyChain({ method }),
})

// An extension remembers authorized sites over a reload.
wallet.controls.subscribe(() => {
  storage.setItem('demo:authorized', wallet.controls.state.isAuthorized ? 'yes' : 'no')
})
wallet.announce()
mountApproval(wallet)
