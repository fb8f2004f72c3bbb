import { isAddressEqual } from 'viem'
import { accountOf } from './accountOf.ts'
import type { ConnectedWallet } from './WalletSnapshot.ts'

/** How long a wallet may take to answer, in milliseconds. */
const patienceMs = 1_000

/**
 * Whether a wallet that wagmi treats as disconnected is still there; then wagmi's state is corrected. A wallet that hides
 * its account for a moment emits two events, and wagmi handles the second one first.
 */
export async function comeBack({ address, chainId, connector }: ConnectedWallet): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs)
  })
  const isThere = async () => {
    // Also `false` if the application itself disconnected.
    if (!(await connector.isAuthorized())) return false
    const accounts = await connector.getAccounts()
    const account = accountOf(accounts[0])
    if (!account || !isAddressEqual(account, address)) return false
    connector.emitter.emit('connect', { accounts, chainId })
    return true
  }
  const answer = await Promise.race([isThere().catch(() => false), silence])
  clearTimeout(timer)
  return answer
}
