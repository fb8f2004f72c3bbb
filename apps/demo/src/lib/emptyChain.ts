/**
 * An empty chain for the test wallet: no account has code, a balance or a transaction. Enough for an application that only
 * signs in, and it needs no node.
 */
export async function emptyChain({ method }: { method: string }): Promise<unknown> {
  switch (method) {
    case 'eth_getCode':
    case 'eth_call':
      return '0x'
    case 'eth_blockNumber':
    case 'eth_getBalance':
    case 'eth_getTransactionCount':
    case 'eth_gasPrice':
      return '0x0'
    default:
      throw Object.assign(new Error(`The empty chain does not know ${method}.`), { code: -32601 })
  }
}
