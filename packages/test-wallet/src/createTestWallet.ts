import type { EIP1193EventMap } from 'viem'
import { announceProvider } from './announce/announceProvider.ts'
import { createProviderInfo } from './announce/createProviderInfo.ts'
import { createControls } from './controls/createControls.ts'
import { toLocalAccount } from './keys/toLocalAccount.ts'
import { createEmitter } from './provider/createEmitter.ts'
import { createProvider } from './provider/createProvider.ts'
import { createNextBehaviors } from './requests/createNextBehaviors.ts'
import { createPendingRequests } from './requests/createPendingRequests.ts'
import { createRequestLog } from './requests/createRequestLog.ts'
import { createStore } from './state/createStore.ts'
import type { CreateTestWalletParameters } from './types/CreateTestWalletParameters.ts'
import type { TestWallet } from './types/TestWallet.ts'
import type { WalletContext } from './WalletContext.ts'
import type { WalletSettings } from './types/WalletSettings.ts'
import type { WalletState } from './types/WalletState.ts'

/**
 * A browser wallet with a local key: an EIP-1193 provider with real signatures, announced by EIP-6963, and controls for all
 * behaviours of real wallets.
 *
 * @example
 * const wallet = createTestWallet({ approval: 'manual' })
 * const stop = wallet.announce()
 * const accounts = wallet.provider.request({ method: 'eth_requestAccounts' })
 * wallet.controls.approve()
 * console.log(await accounts) // ['0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266']
 * stop()
 *
 * @throws RangeError for a development key that does not exist; viem's error for a malformed private key.
 * @see EIP-1193, EIP-6963, ERC-191, EIP-712, EIP-2255, ERC-3326
 */
export function createTestWallet(parameters: CreateTestWalletParameters = {}): TestWallet {
  const { privateKey, chainId = 1, onRequest } = parameters
  const sources = parameters.accounts ?? (privateKey === undefined ? [0, 1, 2] : [privateKey])
  const [first, ...others] = sources.map(toLocalAccount)
  if (first === undefined) throw new RangeError('A wallet needs at least one account.')
  const accounts = [first, ...others]

  const context: WalletContext = {
    accounts,
    chains: new Set([chainId, ...(parameters.chains ?? [1, 11155111, 31337])]),
    events: createEmitter<EIP1193EventMap>(),
    log: createRequestLog(),
    behaviors: createNextBehaviors(),
    pending: createPendingRequests(),
    requestListeners: new Set(onRequest === undefined ? [] : [onRequest]),
    state: createStore<WalletState>({
      address: first.address,
      addresses: accounts.map((account) => account.address),
      chainId,
      isAuthorized: parameters.isAuthorized ?? false,
      isLocked: parameters.isLocked ?? false,
      isConnected: true,
    }),
    settings: createStore<WalletSettings>({
      approval: parameters.approval ?? 'auto',
      closeBehavior: parameters.closeBehavior ?? 'reject',
      revokeBehavior: parameters.revokeBehavior ?? 'emit',
      signature: parameters.signature ?? 'eoa',
    }),
    accountsCase: parameters.accountsCase ?? 'checksum',
    rpc: parameters.rpc,
  }

  const provider = createProvider(context)
  const info = createProviderInfo(parameters)
  return {
    provider,
    info,
    announce: (target = globalThis.window) =>
      // A server has no listeners.
      target ? announceProvider({ info, provider, target }) : () => {},
    controls: createControls(context),
  }
}
