import { type Signer, signIn, TakoKitError } from '@takokit/core'
import { isAddressEqual } from 'viem'
import { unexpected } from '../utils/unexpected.ts'
import { comeBack } from './comeBack.ts'
import type { SignInWithWallet } from './WalletSnapshot.ts'
import { walletNameOf } from './walletNameOf.ts'
import { walletSigner } from './walletSigner.ts'

/**
 * Signs in with the connected wallet. A settled change of its account, or its disconnect, ends the attempt: a later
 * signature is dropped.
 */
export const signInWithWallet: SignInWithWallet = async (parameters) => {
  const { client, wallet, connected, provider, signal, onMessage } = parameters
  const attempt = new AbortController()
  const abort = () => attempt.abort(signal?.reason)
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  const leave = async () => {
    if (!(await comeBack(connected))) attempt.abort(gone())
  }
  const settledBefore = wallet.getSettled()
  // Wallets pass through transient states, also while they ask: only a settled state counts.
  const unwatch = wallet.subscribe(() => {
    const settled = wallet.getSettled()
    if (!settled || settled === settledBefore) return
    if (settled.status === 'disconnected') void leave()
    else if (!isAddressEqual(settled.address, connected.address)) attempt.abort(changed())
  })
  const inner = walletSigner(wallet.config, connected, connected.provider)
  const signer: Signer = {
    ...inner,
    signMessage(asked) {
      const signing = inner.signMessage(asked)
      onMessage?.(asked.message, walletNameOf(connected.connector, connected.provider))
      return signing
    },
  }
  try {
    return await signIn(client, { provider, signer, signal: attempt.signal })
  } catch (cause) {
    throw unexpected(client, cause)
  } finally {
    unwatch()
    signal?.removeEventListener('abort', abort)
  }
}

function gone(): TakoKitError {
  return new TakoKitError(
    'wallet/not-connected',
    'The wallet was disconnected while signing in. Nothing was sent. Connect it again.',
  )
}

function changed(): TakoKitError {
  return new TakoKitError(
    'wallet/account-changed',
    'The wallet’s account changed while signing in. Nothing was sent. Sign in with the new one.',
  )
}
