import type { Request, Route } from '@playwright/test'

interface RpcCall {
  jsonrpc: '2.0'
  id?: number
  method?: string
}

/** A page's JSON-RPC calls, or `undefined` for any other request. */
export function readRpcCalls(request: Request): RpcCall | RpcCall[] | undefined {
  if (request.method() !== 'POST') return undefined
  try {
    const body = request.postDataJSON() as RpcCall | RpcCall[] | null
    const [first] = [body].flat()
    return body && first?.jsonrpc === '2.0' ? body : undefined
  } catch {
    return undefined
  }
}

/** A chain's node that knows nothing: no contract, no name, no balance. */
export function answerAsNode(route: Route, calls: RpcCall | RpcCall[]): Promise<void> {
  const answer = ({ id = 0, method }: RpcCall) => ({
    jsonrpc: '2.0',
    id,
    result: method === 'eth_chainId' ? '0x1' : '0x',
  })
  return route.fulfill({
    json: Array.isArray(calls) ? calls.map(answer) : answer(calls),
    headers: { 'access-control-allow-origin': '*' },
  })
}
