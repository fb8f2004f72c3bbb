import type { Hex } from 'viem'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { checkSignature } from '../signer/checkSignature.ts'
import { toWalletError } from '../signer/toWalletError.ts'
import { raceAbort } from '../utils/raceAbort.ts'
import { beginSession } from './beginSession.ts'
import type { CompleteParameters } from './CompleteParameters.ts'
import { challengesOf } from './createChallenges.ts'
import { endReplaced } from './endReplaced.ts'
import type { Engine } from './Engine.ts'
import { type Exchanged, exchangeSigned } from './exchangeSigned.ts'
import { prepareProvider } from './prepareProvider.ts'
import { messageFailed, toSignInError } from './toSignInError.ts'
import { warmUp } from './warmUp.ts'

/** Completes a sign-in: from the wallet's answer to the session. */
export async function completeSignIn(
  engine: Engine,
  parameters: CompleteParameters,
): Promise<void> {
  const { session, all, provider, address, signal } = parameters
  try {
    warmUp(engine)
    const exchanged = await exchangeOrRenew(engine, parameters)
    await beginSession(engine, { session, provider, account: address, address, ...exchanged })
    await endReplaced(engine, session, { all: all(), requestedAt: exchanged.requestedAt })
  } catch (cause) {
    throw toSignInError(engine, session, { cause, signal })
  }
}

/** A challenge that the server does not accept any more is requested anew once, and the wallet asked again. */
async function exchangeOrRenew(engine: Engine, parameters: CompleteParameters): Promise<Exchanged> {
  const { session, provider, signer, address, signal } = parameters
  try {
    return await exchangeAnswer(engine, parameters)
  } catch (cause) {
    const isChallenge = cause instanceof TakoKitError && cause.code === 'provider/message-expired'
    if (!provider.challenge || !isChallenge) throw cause
    const { chainId } = signer
    const asked = { signal, address, chainId }
    const challenge = await challengesOf(engine).get(provider, asked)
    // The next tap finds the new one.
    if (signer.needsTap) throw cause
    const issuedAt = new Date(engine.platform.now())
    const message = parameters.createMessage({ address, chainId, issuedAt, challenge })
    session.dispatch({ type: 'signInStarted' })
    const signing = new Promise<Hex>((resolve) => {
      resolve(signer.signMessage({ message }))
    })
    return exchangeAnswer(engine, { ...parameters, message, signing })
  }
}

async function exchangeAnswer(engine: Engine, parameters: CompleteParameters): Promise<Exchanged> {
  const { session, provider, exchange, signer, address, message, signing, signal } = parameters
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
  // Once sent, a challenge cannot be used again.
  if (provider.challenge) challengesOf(engine).spend(provider)
  return exchangeSigned(engine, { session, provider, exchange, signal, ...checked })
}
