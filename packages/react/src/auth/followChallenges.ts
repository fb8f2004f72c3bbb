import type { AuthClient, ProviderName } from '@takokit/core'
import { prepareSignIn } from '@takokit/core/internal/actions/prepareSignIn'
import type { WalletStore } from '../wagmi/WalletSnapshot.ts'

/**
 * Requests challenges when a wallet connects, changes its account, or a session has ended, so that a tap finds one. Returns a
 * function that stops it.
 */
export function followChallenges(client: AuthClient, wallet: WalletStore): () => void {
  const names = client.providers
    .filter(({ challenge }) => challenge)
    .map(({ name }) => name as ProviderName)
  if (names.length === 0) return () => {}
  /** The account and chain that a challenge was requested for, by provider. */
  const done = new Map<string, string>()

  function check(): void {
    const now = wallet.getSnapshot()
    for (const provider of names) {
      const isWanted =
        now.status === 'connected' && client.getSnapshot({ provider }).status === 'signedOut'
      if (!isWanted) {
        done.delete(provider)
        continue
      }
      const { address, chainId } = now
      if (done.get(provider) === `${address} ${chainId}`) continue
      done.set(provider, `${address} ${chainId}`)
      // A sign-in asks again, and says what failed.
      prepareSignIn(client, { provider, address, chainId }).catch(() => {})
    }
  }

  const stops = [wallet.subscribe(check), client.subscribe(check)]
  check()
  return () => {
    for (const stop of stops) stop()
  }
}
