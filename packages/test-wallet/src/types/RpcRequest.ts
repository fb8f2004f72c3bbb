/** Answers what the wallet itself does not: any EIP-1193 request function, such as a viem client's. */
export type RpcRequest = (request: { method: string; params?: unknown }) => Promise<unknown>
