import { rpcErrors } from '../errors/rpcErrors.ts'
import { changeState } from '../state/changeState.ts'
import { lowerCase } from '../state/lowerCase.ts'
import { visibleAccounts } from '../state/visibleAccounts.ts'
import type { WalletContext } from '../WalletContext.ts'
import type { WalletMethod } from '../types/WalletMethod.ts'
import { connect } from './connect.ts'

/** EIP-2255 and `wallet_revokePermissions`. */
export const permissionMethods = {
  async wallet_getPermissions(context) {
    return permissionsOf(context)
  },
  async wallet_requestPermissions(context, request) {
    assertAccountsPermission(request.params)
    await connect(context, request)
    return permissionsOf(context)
  },
  async wallet_revokePermissions(context, request) {
    assertAccountsPermission(request.params)
    const behavior = context.settings.get().revokeBehavior
    if (behavior === 'refuse') throw rpcErrors.unsupported(request.method)
    if (behavior === 'hang') return new Promise<never>(() => {})
    changeState(context, { isAuthorized: false }, { isQuiet: behavior === 'quiet' })
    return null
  },
} satisfies Record<string, WalletMethod>

function permissionsOf(context: WalletContext) {
  const accounts = visibleAccounts(context.state.get()).map(lowerCase)
  if (accounts.length === 0) return []
  return [
    {
      id: 'test-wallet',
      parentCapability: 'eth_accounts',
      invoker: globalThis.location?.origin ?? '',
      caveats: [{ type: 'restrictReturnedAccounts', value: accounts }],
    },
  ]
}

function assertAccountsPermission(params: unknown) {
  const [permissions] = Array.isArray(params) ? params : []
  if (typeof permissions !== 'object' || permissions === null || !('eth_accounts' in permissions)) {
    throw rpcErrors.invalidParams('expected [{ eth_accounts: {} }].')
  }
}
