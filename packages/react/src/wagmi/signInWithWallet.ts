import { type AuthClient, type Signer, TakoKitError } from '@takokit/core'
import { prepareSignIn } from '@takokit/core/internal/actions/prepareSignIn'
import { signIn } from '@takokit/core/internal/actions/signIn'
import { raceAbort } from '@takokit/core/internal/utils/raceAbort'
import { isAddressEqual } from 'viem'
import { unexpected } from '../utils/unexpected.ts'
import { comeBack } from './comeBack.ts'
import type { SignInWithWallet } from './WalletSnapshot.ts'
import { walletNameOf } from './walletNameOf.ts'
import { walletSigner } from './walletSigner.ts'
import { promptsWithoutGesture } from './walletTraits.ts'

/**
 * Signs in with the connected wallet. A settled change of its account, or its disconnect, ends the attempt: a later
 * signature is dropped.
 */
export const signInWithWallet: SignInWithWallet = async (parameters) => {
  const { client, wallet, connected, provider, signal, onMessage, onReady } = parameters
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
  const needsTap = !promptsWithoutGesture(connected.connector)
  const walletName = walletNameOf(connected.connector, connected.provider)
  const signer: Signer = {
    ...inner,
    needsTap,
    signMessage(asked) {
      const signing = inner.signMessage(asked)
      onMessage?.(asked.message, walletName)
      return signing
    },
  }
  try {
    // Again if the challenge has expired before the tap.
    while (needsTap && onReady && !isPrepared(client, provider)) {
      const { address, chainId } = connected
      await prepareSignIn(client, { provider, address, chainId, signal: attempt.signal })
      const tap = onReady(walletName)
      if (!tap) throw new TakoKitError('sign-in/cancelled', 'The wallet opens with the next tap.')
      await raceAbort(tap, attempt.signal)
    }
    return await signIn(client, { provider, signer, signal: attempt.signal })
  } catch (cause) {
    throw unexpected(client, cause)
  } finally {
    unwatch()
    signal?.removeEventListener('abort', abort)
  }
}

/** Whether the wallet can be asked in this task. */
function isPrepared(client: AuthClient, name: string | undefined): boolean {
  const { providers, '~engine': engine } = client
  const provider = name === undefined ? providers[0] : providers.find((one) => one.name === name)
  return !provider?.challenge || engine.challenges?.peek(provider) !== undefined
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
