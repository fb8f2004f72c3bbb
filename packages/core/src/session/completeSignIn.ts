import { checkSignature } from '../signer/checkSignature.ts'
import { toWalletError } from '../signer/toWalletError.ts'
import { raceAbort } from '../utils/raceAbort.ts'
import { beginSession } from './beginSession.ts'
import type { CompleteParameters } from './CompleteParameters.ts'
import type { Engine } from './Engine.ts'
import { exchangeSigned } from './exchangeSigned.ts'
import { prepareProvider } from './prepareProvider.ts'
import { messageFailed, toSignInError } from './toSignInError.ts'

/** Completes a sign-in: from the wallet's answer to the session. */
export async function completeSignIn(
  engine: Engine,
  parameters: CompleteParameters,
): Promise<void> {
  const { session, provider, exchange, signer, address, message, signing, signal } = parameters
  try {
    if (typeof message !== 'string') throw messageFailed(provider, message)
    const refusal = (cause: unknown): never => {
      throw toWalletError(cause)
    }
    const answer = await raceAbort(signing.catch(refusal), signal)
    session.dispatch({ type: 'messageSigned', isChecked: false })
    await raceAbort(prepareProvider(provider), signal)
    const checking = checkSignature(engine.platform, { signer, address, message, answer })
    const checked = await raceAbort(checking, signal)
    session.dispatch({ type: 'messageSigned', isChecked: true })
    const exchanged = await exchangeSigned(engine, {
      session,
      provider,
      exchange,
      signal,
      ...checked,
    })
    await beginSession(engine, { session, provider, account: address, address, ...exchanged })
  } catch (cause) {
    throw toSignInError(engine, session, { cause, signal })
  }
}
