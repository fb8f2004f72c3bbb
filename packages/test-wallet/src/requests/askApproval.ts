import { rpcErrors } from '../errors/rpcErrors.ts'
import type { PendingRequest } from '../types/PendingRequest.ts'
import type { WalletContext } from '../WalletContext.ts'
import { applyFailure } from './applyFailure.ts'

type Draft = Omit<PendingRequest & { kind: 'connect' }, 'isHeld' | 'origin'> | SignDraft
type SignDraft = Omit<PendingRequest & { kind: 'sign' }, 'isHeld' | 'origin'>

/** Asks the user; resolves on approval and throws otherwise. */
export async function askApproval(
  context: WalletContext,
  draft: Draft,
): Promise<{ isWrongAccount: boolean }> {
  const { method, kind, id } = draft
  const behavior = context.behaviors.takeForPrompt({ method, kind })

  // As in MetaMask: a page may have one connect window open, while signatures queue.
  const isSecondConnect =
    kind === 'connect' && context.pending.get().some((request) => request.kind === 'connect')
  if (isSecondConnect || behavior === 'already-pending') throw rpcErrors.alreadyPending(method)

  context.log.markPrompt(id)
  if (behavior !== undefined && behavior !== 'hold' && behavior !== 'wrong-account') {
    return applyFailure(behavior, method)
  }

  const request: PendingRequest = {
    ...draft,
    origin: globalThis.location?.origin ?? '',
    isHeld: behavior === 'hold',
  }
  if (!(await decide(context, request))) throw rpcErrors.rejected()
  return { isWrongAccount: behavior === 'wrong-account' }
}

async function decide(context: WalletContext, request: PendingRequest): Promise<boolean> {
  const { approval } = context.settings.get()
  if (request.isHeld || approval === 'manual') return context.pending.open(request)
  if (approval === 'auto') return true

  // Listed while the function decides, so that a window can show it and `controls.reject` can come first.
  const decision = context.pending.open(request)
  try {
    context.pending.settle(request.id, await Promise.race([approval(request), decision]))
  } catch (error) {
    context.pending.settle(request.id, undefined)
    throw rpcErrors.internal(error)
  }
  return decision
}
