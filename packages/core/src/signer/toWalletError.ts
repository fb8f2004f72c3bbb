import type { ErrorCode } from '../errors/ErrorCode.ts'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { isRefusal } from './isRefusal.ts'
import { walkError } from './walkError.ts'

/** Codes of EIP-1193, EIP-1474, WalletConnect (a request, methods or chains were refused) and ethers. */
const byCode = new Map<string, ErrorCode>([
  ['4001', 'wallet/rejected'],
  ['5000', 'wallet/rejected'],
  ['5001', 'wallet/rejected'],
  ['5002', 'wallet/rejected'],
  ['ACTION_REJECTED', 'wallet/rejected'],
  // A Ledger's 0x6985.
  ['27013', 'wallet/rejected'],
  ['4100', 'wallet/not-authorized'],
  ['4200', 'wallet/cannot-sign'],
  ['-32601', 'wallet/cannot-sign'],
  ['4900', 'wallet/not-connected'],
  ['4901', 'wallet/not-connected'],
  ['-32002', 'wallet/request-pending'],
])

const sentences: Partial<Record<ErrorCode, string>> = {
  'wallet/rejected': 'The request was closed in the wallet. Nothing was signed.',
  'wallet/not-authorized': 'The wallet does not let this site use the account. Connect it again.',
  'wallet/cannot-sign': 'This wallet cannot sign messages.',
  'wallet/not-connected': 'The wallet is not connected. Connect it again.',
  'wallet/request-pending': 'The wallet has a request open already. Look for its window.',
  'wallet/failed': 'The wallet could not sign the message.',
}

/**
 * Turns anything that a wallet throws into one of our errors. Some wallets drop the code and keep only a text, or throw no value
 * at all.
 *
 * @example
 * ```ts
 * import { toWalletError } from '@takokit/core'
 *
 * const { code } = toWalletError({ code: 4001, message: 'User rejected the request.' }) // 'wallet/rejected'
 * ```
 */
export function toWalletError(cause: unknown): TakoKitError {
  if (isOurs(cause)) return cause
  const code = codeOf(cause)
  return new TakoKitError(code, sentences[code] ?? '', { cause })
}

/** A wallet may reject with a proxy that throws at any question. */
function isOurs(cause: unknown): cause is TakoKitError {
  try {
    return cause instanceof TakoKitError
  } catch {
    return false
  }
}

function codeOf(cause: unknown): ErrorCode {
  // Some wallets reject with nothing, `false` or an empty text when their window is closed.
  if (cause === undefined || cause === null || cause === false || cause === '')
    return 'wallet/rejected'
  const parts = walkError(cause)
  const known = parts.flatMap(({ codes }) => codes.flatMap((code) => byCode.get(code) ?? []))
  // An error that wraps a refusal may have a code of its own.
  if (known.includes('wallet/rejected')) return 'wallet/rejected'
  return known[0] ?? (parts.some(isRefusal) ? 'wallet/rejected' : 'wallet/failed')
}
