import type { Address, Hex } from 'viem'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { signedByAnother } from '../signer/signedByAnother.ts'
import { toWalletError } from '../signer/toWalletError.ts'
import type { Signer } from '../types/Signer.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { untilAborted } from '../utils/untilAborted.ts'
import { beginSession } from './beginSession.ts'
import type { SessionRunner } from './createSession.ts'
import type { Engine } from './Engine.ts'
import { exchangeSigned } from './exchangeSigned.ts'

export interface CompleteParameters {
  session: SessionRunner
  provider: TokenProvider
  exchange: NonNullable<TokenProvider['exchange']>
  signer: Signer
  address: Address
  message: string
  /** The wallet has been asked. */
  signing: Promise<Hex>
  signal: AbortSignal
}

/** From the wallet's answer to the session. */
export async function completeSignIn(
  engine: Engine,
  parameters: CompleteParameters,
): Promise<void> {
  const { session, provider, exchange, signer, address, message, signing, signal } = parameters
  try {
    const signature = await untilAborted(signing, signal)
    const signed = { address, message, signature }
    if (await untilAborted(signedByAnother(signed, signer), signal))
      throw new TakoKitError(
        'wallet/wrong-account',
        'Another account signed than the one that was asked. Nothing was sent.',
      )
    session.dispatch({ type: 'messageSigned' })
    const exchanged = await exchangeSigned(engine, { session, provider, exchange, signed, signal })
    await beginSession(engine, { session, provider, account: address, address, ...exchanged })
  } catch (cause) {
    const isAbort = cause instanceof TakoKitError && cause.code === 'request/aborted'
    throw isAbort
      ? new TakoKitError('sign-in/cancelled', 'Signing in was cancelled. Nothing was sent.', {
          cause,
        })
      : toWalletError(cause)
  }
}
