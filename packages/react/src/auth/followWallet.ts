import { type AuthClient, type ProviderName, signOut, switchAccount } from '@takokit/core'
import { getAddress, isAddressEqual } from 'viem'
import type { WalletStore } from '../wagmi/WalletSnapshot.ts'
import type { AccountChangePolicy } from './AccountChangePolicy.ts'

export interface FollowParameters {
  client: AuthClient
  wallet: WalletStore
  policy: AccountChangePolicy
}

/** Lets wallet-signed sessions follow the settled wallet, by policy. Returns what stops it. */
export function followWallet({ client, wallet, policy }: FollowParameters): () => void {
  /** What was already acted upon, by provider: a session may be restored later than the wallet settles. */
  const done = new Map<string, string>()
  const walletSigned = client.providers.filter((provider) => provider.createMessage)

  function check(): void {
    const settled = wallet.getSettled()
    if (!settled || policy === 'keep') return
    const address = settled.status === 'connected' ? settled.address : undefined
    for (const { name } of walletSigned) {
      const session = client.getSnapshot({ provider: name })
      const isMoving = session.status === 'restoring' || session.status === 'signingIn'
      if (isMoving || done.get(name) === `${address}`) continue
      done.set(name, `${address}`)
      const provider = name as ProviderName
      // Somebody who signed in without a wallet.
      if (session.status === 'signedIn' && !session.address) continue
      if (address && policy === 'switch')
        switchAccount(client, { provider, account: getAddress(address) })
      else if (session.address && !(address && isAddressEqual(address, session.address))) {
        const reason = address ? 'account-changed' : 'wallet-disconnected'
        // Its one failure, a storage that refuses, leaves the session ended here all the same.
        signOut(client, { provider, account: session.account, reason }).catch(() => {})
      }
    }
  }

  const stops = [wallet.subscribe(check), client.subscribe(check)]
  check()
  return () => {
    for (const stop of stops) stop()
  }
}
