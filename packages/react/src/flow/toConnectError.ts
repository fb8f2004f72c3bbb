import { TakoKitError, toWalletError } from '@takokit/core'

/** Turns what a wallet, or wagmi, throws while connecting into one of our errors. */
export function toConnectError(cause: unknown): TakoKitError {
  if (cause instanceof Error && cause.name === 'ProviderNotFoundError')
    return new TakoKitError('wallet/not-found', 'The wallet is not in this browser.', { cause })
  const error = toWalletError(cause)
  if (error.code !== 'wallet/failed') return error
  return new TakoKitError('wallet/failed', 'The wallet could not be connected.', { cause })
}
