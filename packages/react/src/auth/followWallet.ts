import type { AuthClient, ProviderName } from '@takokit/core'
import { signOut } from '@takokit/core/internal/actions/signOut'
import { switchAccount } from '@takokit/core/internal/actions/switchAccount'
import { getAddress, isAddressEqual } from 'viem'
import type { WalletStore } from '../wagmi/WalletSnapshot.ts'
import type { AccountChangePolicy } from './AccountChangePolicy.ts'
import { followChallenges } from './followChallenges.ts'

export interface FollowParameters {
  client: AuthClient
  wallet: WalletStore
  policy: AccountChangePolicy
}

/** Makes wallet-signed sessions follow the settled wallet, by policy. Returns a function that stops it. */
export function followWallet({ client, wallet, policy }: FollowParameters): () => void {
  /** Changes already handled, by provider: a session may be restored after the wallet settles. */
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
      // Signed in without a wallet.
      if (session.status === 'signedIn' && !session.address) continue
      if (address && policy === 'switch')
        switchAccount(client, { provider, account: getAddress(address) })
      else if (session.address && !(address && isAddressEqual(address, session.address))) {
        const reason = address ? 'account-changed' : 'wallet-disconnected'
        // It fails only if the storage refuses, and then the session has still ended here.
        signOut(client, { provider, account: session.account, reason }).catch(() => {})
      }
    }
  }

  const stops = [wallet.subscribe(check), client.subscribe(check), followChallenges(client, wallet)]
  check()
  return () => {
    for (const stop of stops) stop()
  }
}
