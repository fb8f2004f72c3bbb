import type { IncomingRequest } from './IncomingRequest.ts'
import type { WalletContext } from '../WalletContext.ts'

/** Answers one JSON-RPC method. */
export type WalletMethod = (context: WalletContext, request: IncomingRequest) => Promise<unknown>
