import { createTestWallet } from '@takokit/test-wallet'

/** Put into each page before its scripts, as an extension is. It remembers that the page may see its account. */
const key = 'matrix-wallet'
const wallet = createTestWallet({
  name: 'Matrix Wallet',
  rdns: 'example.matrix',
  isAuthorized: localStorage.getItem(key) === 'yes',
})
wallet.controls.onRequest((method) => {
  if (method === 'eth_requestAccounts') localStorage.setItem(key, 'yes')
  if (method === 'wallet_revokePermissions') localStorage.removeItem(key)
})
wallet.announce()
