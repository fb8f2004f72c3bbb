import type { Address, Client, Hex } from 'viem'

export interface CallRequest {
  to?: Address | null
  data?: Hex
}

/** A chain of a test. */
export interface TestChain {
  client: Client
  /** Sends a transaction, and returns what the call returned. */
  send: (request: CallRequest) => Promise<Hex>
  /** Creates a contract, and returns its address. */
  deploy: (bytecode: Hex) => Promise<Address>
  /** The node answers so many of the next calls with an error of its own. Returns a function that says how many it was. */
  fail: (calls: number) => () => number
}
