import { getAddress, isAddress, type Hex } from 'viem'
import type { AuthClient } from '../createAuthClient.ts'
import { TakoKitError } from '../errors/TakoKitError.ts'
import type { ProviderName } from '../types/Register.ts'
import type { Session } from '../types/SessionSnapshot.ts'
import type { Signer } from '../types/Signer.ts'
import { getSession } from './getSession.ts'

export interface SignInParameters {
  provider?: ProviderName | undefined
  /** The signer: a wallet, or a local account of viem. */
  signer: Signer
  /** Cancels: a signature that arrives later is discarded. If its `reason` is a {@link TakoKitError}, that is thrown. */
  signal?: AbortSignal | undefined
}
export type SignInReturnType = Session
export type SignInErrorType = TakoKitError

/**
 * Signs in with a wallet: message, signature, tokens, session. The wallet is called in the same task, so that its window can open
 * from a user's tap. Transient failures are retried for five minutes, or until the signal aborts; an HTTP 500 three times.
 *
 * A provider with challenges needs {@link prepareSignIn} before the tap. Without one at hand, a signer that `needsTap` is not asked:
 * the call fails with `provider/message-expired` once the challenge has arrived, and the next tap finds it.
 *
 * @example
 * ```ts
 * import { createAuthClient, signIn, tako } from '@takokit/core'
 * import { privateKeyToAccount } from 'viem/accounts'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const signer = privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80')
 * const session = await signIn(auth, { signer })
 * ```
 *
 * @throws {TakoKitError} `wallet/…`, `provider/…`, `network/…`, `sign-in/cancelled`, `message/invalid`, `config/…`,
 * `internal/unexpected`.
 */
export async function signIn(
  client: AuthClient,
  parameters: SignInParameters,
): Promise<SignInReturnType> {
  const engine = client['~engine']
  const sessions = client['~sessions']
  sessions.assertAlive()
  const { signer, signal: given } = parameters
  const provider = sessions.provider(parameters.provider)
  const { name, createMessage, exchange } = provider
  if (!createMessage || !exchange)
    throw new TakoKitError(
      'config/invalid',
      `Signing in to "${name}" happens elsewhere. Hand its tokens to \`startSession\`.`,
    )
  if (!isAddress(signer.address, { strict: false }))
    throw new TakoKitError('config/invalid', '`signer.address` is not an Ethereum address.')
  const address = getAddress(signer.address)
  sessions.attempts.get(name)?.abort()
  const attempt = new AbortController()
  sessions.attempts.set(name, attempt)
  const { signal } = attempt
  const cancel = () => attempt.abort(given?.reason)
  const before = sessions.inUse(name)
  const session = sessions.controller(name, address)
  try {
    given?.addEventListener('abort', cancel)
    if (given?.aborted) cancel()
    signal.throwIfAborted()
    const { chainId } = signer
    // What was requested ahead is there at once. Otherwise the wallet is asked as soon as it arrives.
    const challenge = provider.challenge
      ? (engine.challenges?.peek(provider) ??
        (await (
          await engine.parts()
        )
          .challengesOf(engine)
          .get(provider, { signal, address, signer })))
      : undefined
    const issuedAt = new Date(engine.platform.now())
    const message = createMessage({ address, chainId, issuedAt, challenge })
    // Called in this task. If it throws synchronously, that counts as a rejection like any other.
    const signing = new Promise<Hex>((resolve) => {
      resolve(signer.signMessage({ message }))
    })
    session.dispatch({ type: 'signInStarted' })
    sessions.use(name, address)
    // Marks the promise as handled: it may reject while the rest of the kit loads, and `completeSignIn` receives the rejection.
    signing.catch(() => {})
    const { completeSignIn } = await engine.parts()
    await completeSignIn(engine, {
      session,
      all: sessions.all,
      provider,
      exchange,
      signer,
      address,
      message,
      createMessage,
      signing,
      signal,
    })
    return getSession(client, { provider: name as ProviderName, account: address })
  } catch (cause) {
    const error =
      cause instanceof TakoKitError
        ? cause
        : (await engine.parts()).toSignInError(engine, session, { cause, signal })
    session.dispatch({ type: 'signInFailed', error })
    // The account that was signed in before stays signed in.
    if (before !== undefined && sessions.inUse(name) === address) sessions.use(name, before)
    throw error
  } finally {
    given?.removeEventListener('abort', cancel)
  }
}
