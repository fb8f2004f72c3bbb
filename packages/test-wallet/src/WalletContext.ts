import type { EIP1193EventMap, LocalAccount } from 'viem'
import type { Emitter } from './provider/createEmitter.ts'
import type { NextBehaviors } from './requests/createNextBehaviors.ts'
import type { PendingRequests } from './requests/createPendingRequests.ts'
import type { RequestLog } from './requests/createRequestLog.ts'
import type { Store } from './state/createStore.ts'
import type { RequestListener } from './types/RequestListener.ts'
import type { RpcRequest } from './types/RpcRequest.ts'
import type { WalletSettings } from './types/WalletSettings.ts'
import type { WalletState } from './types/WalletState.ts'

/** The state of one wallet, passed to each method and control. */
export type WalletContext = {
  readonly accounts: readonly LocalAccount[]
  readonly chains: Set<number>
  readonly events: Emitter<EIP1193EventMap>
  readonly log: RequestLog
  readonly behaviors: NextBehaviors
  readonly pending: PendingRequests
  readonly requestListeners: Set<RequestListener>
  readonly state: Store<WalletState>
  readonly settings: Store<WalletSettings>
  readonly accountsCase: 'checksum' | 'lower'
  readonly rpc: RpcRequest | undefined
}
