import type { EIP1193Provider } from 'viem'
import { rpcErrors } from '../errors/rpcErrors.ts'
import type { WalletContext } from '../WalletContext.ts'
import { dispatch } from './dispatch.ts'

/** The wallet as a page sees it (EIP-1193). */
export function createProvider(context: WalletContext): EIP1193Provider {
  // Everything up to the first await runs in the caller's task: the listeners, the log, and the pending request.
  async function request(args: unknown): Promise<unknown> {
    const { method, params } = readArguments(args)
    const { id, receivedAt } = context.log.add(method)
    try {
      for (const listener of context.requestListeners) listener(method, params)
      const answer = await dispatch(context, { id, method, params, receivedAt })
      context.log.answered(id)
      return answer
    } catch (error) {
      context.log.failed(id, error)
      throw error
    }
  }

  return {
    request: request as EIP1193Provider['request'],
    on: context.events.on,
    removeListener: context.events.removeListener,
  }
}

function readArguments(args: unknown): { method: string; params: unknown } {
  if (typeof args !== 'object' || args === null || !('method' in args)) {
    throw rpcErrors.invalidParams('expected { method, params }.')
  }
  if (typeof args.method !== 'string' || args.method === '') {
    throw rpcErrors.invalidParams('the method must be a non-empty string.')
  }
  return { method: args.method, params: 'params' in args ? args.params : undefined }
}
