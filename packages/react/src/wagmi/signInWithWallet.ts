import { type AuthClient, type Session, type Signer, signIn, TakoKitError } from '@takokit/core'
import type { ProviderName } from '@takokit/core'
import type { WalletStore } from './createWalletStore.ts'
import type { ConnectedWallet, WalletProvider } from './WalletSnapshot.ts'
import { walletSigner } from './walletSigner.ts'

export interface SignInWithWalletParameters {
  client: AuthClient
  wallet: WalletStore
  connected: ConnectedWallet & { provider: WalletProvider }
  provider?: ProviderName | undefined
  signal?: AbortSignal | undefined
  /** Hears the text that the wallet is asked to sign. */
  onMessage?: ((message: string) => void) | undefined
}

/** Signs in with the connected wallet. A switch of its account, or its going away, ends the attempt: what it signs then is dropped. */
export async function signInWithWallet(parameters: SignInWithWalletParameters): Promise<Session> {
  const { client, wallet, connected, provider, signal, onMessage } = parameters
  const attempt = new AbortController()
  const abort = () => attempt.abort(signal?.reason)
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  const unwatch = wallet.subscribe(() => {
    const now = wallet.getSnapshot()
    if (now.status === 'pending') return
    if (now.status === 'connected' && now.address === connected.address) return
    attempt.abort(
      new TakoKitError(
        'wallet/account-changed',
        'The wallet’s account changed while signing in. Nothing was sent. Sign in with the new one.',
      ),
    )
  })
  const inner = walletSigner(wallet.config, connected, connected.provider)
  const signer: Signer = {
    ...inner,
    signMessage(asked) {
      const signing = inner.signMessage(asked)
      onMessage?.(asked.message)
      return signing
    },
  }
  try {
    return await signIn(client, { provider, signer, signal: attempt.signal })
  } finally {
    unwatch()
    signal?.removeEventListener('abort', abort)
  }
}
