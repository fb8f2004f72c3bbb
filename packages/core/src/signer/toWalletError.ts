import type { ErrorCode } from '../errors/ErrorCode.ts'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { isRecord } from '../utils/isRecord.ts'

/** EIP-1193, EIP-1474 and WalletConnect's own. */
const byCode: Record<string, ErrorCode> = {
  4001: 'wallet/rejected',
  5000: 'wallet/rejected',
  ACTION_REJECTED: 'wallet/rejected',
  4100: 'wallet/not-authorized',
  4200: 'wallet/cannot-sign',
  [-32601]: 'wallet/cannot-sign',
  4900: 'wallet/not-connected',
  4901: 'wallet/not-connected',
  [-32002]: 'wallet/request-pending',
}

const sentences: Partial<Record<ErrorCode, string>> = {
  'wallet/rejected': 'The request was closed in the wallet. Nothing was signed.',
  'wallet/not-authorized': 'The wallet does not let this site use the account. Connect it again.',
  'wallet/cannot-sign': 'This wallet cannot sign messages.',
  'wallet/not-connected': 'The wallet is not connected. Connect it again.',
  'wallet/request-pending': 'The wallet has a request open already. Look for its window.',
}

/** Turns whatever a wallet throws into one of our errors. Some lose the code and keep only a text. */
export function toWalletError(cause: unknown): TakoKitError {
  if (cause instanceof TakoKitError) return cause
  for (
    let error: unknown = cause, depth = 0;
    isRecord(error) && depth < 8;
    error = error.cause, depth++
  ) {
    const code = byCode[String(error.code)]
    if (code) return new TakoKitError(code, sentences[code] ?? '', { cause })
  }
  const text = cause instanceof Error ? cause.message : String(cause)
  if (/reject|denied|declin|cancel/i.test(text))
    return new TakoKitError('wallet/rejected', sentences['wallet/rejected'] ?? '', { cause })
  return new TakoKitError('wallet/failed', 'The wallet could not sign the message.', { cause })
}
