import { TakoKitError } from '@takokit/core'
import { toWalletError } from '@takokit/core/internal/signer/toWalletError'

/** Converts what a wallet or wagmi throws while connecting into one of our errors. */
export function toConnectError(cause: unknown): TakoKitError {
  if (cause instanceof Error && cause.name === 'ProviderNotFoundError')
    return new TakoKitError('wallet/not-found', 'The wallet is not in this browser.', { cause })
  if (isNoAccount(cause))
    return new TakoKitError(
      'wallet/not-connected',
      'The wallet gave no account. Connect it again.',
      { cause },
    )
  // WalletConnect's, when nobody has scanned the code for five minutes.
  if (cause instanceof Error && cause.message === 'Proposal expired')
    return new TakoKitError('wallet/not-connected', 'The code has expired. Ask for another one.', {
      cause,
    })
  const error = toWalletError(cause)
  if (error.code !== 'wallet/failed') return error
  return new TakoKitError('wallet/failed', 'The wallet could not be connected.', { cause })
}

/** What viem and wagmi's connectors throw if a wallet returns something else than a list of addresses. */
function isNoAccount(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  return (
    cause.name === 'InvalidAddressError' ||
    (cause.name === 'TypeError' && /\b(map|substring|toLowerCase|slice)\b/.test(cause.message))
  )
}
