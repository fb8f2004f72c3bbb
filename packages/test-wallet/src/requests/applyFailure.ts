import { rpcErrors } from '../errors/rpcErrors.ts'
import { WalletRpcError } from '../errors/WalletRpcError.ts'
import type { NextBehavior } from '../types/NextBehavior.ts'

type Failure = Exclude<NextBehavior, 'hold' | 'wrong-account'>

/** Rejects, or never settles. */
export function applyFailure(failure: Failure, method: string): Promise<never> {
  if (typeof failure === 'object') return Promise.reject(new WalletRpcError(failure))
  switch (failure) {
    case 'hang':
      return new Promise<never>(() => {})
    case 'reject':
      return Promise.reject(rpcErrors.rejected())
    case 'reject-without-code':
      return Promise.reject(rpcErrors.rejectedWithoutCode())
    case 'already-pending':
      return Promise.reject(rpcErrors.alreadyPending(method))
    default:
      return failure satisfies never
  }
}
