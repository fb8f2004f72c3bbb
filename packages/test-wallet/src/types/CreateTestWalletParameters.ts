import type { Hex } from 'viem'
import type { AccountSource } from '../keys/toLocalAccount.ts'
import type { ProviderInfo } from './ProviderInfo.ts'
import type { RequestListener } from './RequestListener.ts'
import type { RpcRequest } from './RpcRequest.ts'
import type { WalletSettings } from './WalletSettings.ts'

export type CreateTestWalletParameters = Partial<WalletSettings> & {
  /** Short for `accounts: [privateKey]`. */
  privateKey?: Hex
  /** The wallet's accounts, the first one selected. @default [0, 1, 2], the first development keys */
  accounts?: readonly [AccountSource, ...AccountSource[]]
  /** As it announces itself (EIP-6963). @default 'Test Wallet' */
  name?: string
  /** A `data:` URI. @default a wallet on a colour derived from the name */
  icon?: ProviderInfo['icon']
  /** wagmi's id of the connector; wagmi shows only one wallet of each. @default from the name */
  rdns?: string
  /** Version 4. @default a random one */
  uuid?: string
  /** The chain to start on. @default 1 */
  chainId?: number
  /** Chains it can switch to without `wallet_addEthereumChain`. @default [chainId, 1, 11155111, 31337] */
  chains?: readonly number[]
  /** The page may see the account from the start, as after a reload. @default false */
  isAuthorized?: boolean
  /** It shows no account until it is unlocked. @default false */
  isLocked?: boolean
  /** How `eth_accounts` and `accountsChanged` write addresses. @default 'checksum' */
  accountsCase?: 'checksum' | 'lower'
  /** Answers methods that the wallet does not implement. @default they fail with 4200 */
  rpc?: RpcRequest
  /** Called in the same task as `provider.request()`; more can be added by `controls.onRequest`. */
  onRequest?: RequestListener
}
