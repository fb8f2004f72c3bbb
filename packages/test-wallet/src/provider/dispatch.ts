import { rpcErrors } from '../errors/rpcErrors.ts'
import { accountMethods } from '../methods/accountMethods.ts'
import { chainMethods } from '../methods/chainMethods.ts'
import { permissionMethods } from '../methods/permissionMethods.ts'
import { signMethods } from '../methods/signMethods.ts'
import { applyFailure } from '../requests/applyFailure.ts'
import type { IncomingRequest } from '../types/IncomingRequest.ts'
import type { WalletContext } from '../WalletContext.ts'
import type { WalletMethod } from '../types/WalletMethod.ts'

const methods: ReadonlyMap<string, WalletMethod> = new Map(
  Object.entries({ ...accountMethods, ...permissionMethods, ...chainMethods, ...signMethods }),
)
/** These take their behaviour when they prompt, if they prompt at all. */
const prompting: ReadonlySet<string> = new Set([
  'eth_requestAccounts',
  'wallet_requestPermissions',
  'personal_sign',
  'eth_signTypedData_v4',
])

/** Answers a request: by the wallet's own method, else by `rpc`, else with 4200. */
export async function dispatch(context: WalletContext, request: IncomingRequest): Promise<unknown> {
  const { method, params } = request
  if (!context.state.get().isConnected) throw rpcErrors.disconnected()

  const behavior = prompting.has(method) ? undefined : context.behaviors.takeForMethod(method)
  if (behavior !== undefined && behavior !== 'hold' && behavior !== 'wrong-account') {
    return applyFailure(behavior, method)
  }

  const answer = methods.get(method)
  if (answer !== undefined) return answer(context, request)
  const { rpc } = context
  if (rpc !== undefined) return rpc(params === undefined ? { method } : { method, params })
  throw rpcErrors.unsupported(method)
}
