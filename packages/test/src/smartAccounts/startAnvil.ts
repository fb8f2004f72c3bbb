import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createClient, custom, type Address, getAddress, type Hex } from 'viem'
import { sendTransaction, waitForTransactionReceipt } from 'viem/actions'
import { mainnet } from 'viem/chains'
import type { CallRequest, TestChain } from './TestChain.ts'

/** Starts anvil, a node on loopback whose first account is funded and unlocked. `program` is its file. */
export async function startAnvil(
  program: string,
): Promise<TestChain & { close: () => Promise<void> }> {
  const node = spawn(program, ['--host', '127.0.0.1', '--port', '0', '--chain-id', '1'])
  const gone = once(node, 'exit')
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    node.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const [, address] = /Listening on (\S+)/.exec(output) ?? []
      if (address) resolve(`http://${address}`)
    })
    void gone.then(() => reject(new Error(`anvil has ended: ${output}`)))
  })
  let failing = 0
  let failed = 0

  async function request({ method, params }: { method: string; params?: unknown }) {
    if (method === 'eth_call' && failed < failing) {
      failed += 1
      throw Object.assign(new Error('The node is syncing.'), { code: -32_000 })
    }
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: params ?? [] }),
    })
    const { result, error } = (await response.json()) as { result?: unknown; error?: Error }
    if (error) throw Object.assign(new Error(error.message), error)
    return result
  }

  const client = createClient({
    chain: mainnet,
    pollingInterval: 20,
    transport: custom({ request }, { retryCount: 0 }),
  })
  const [account] = (await request({ method: 'eth_accounts' })) as [Address]

  async function transact(asked: CallRequest) {
    const hash = await sendTransaction(client, { ...asked, account, gas: 20_000_000n })
    const receipt = await waitForTransactionReceipt(client, { hash })
    if (receipt.status !== 'success') throw new Error('The transaction was reverted.')
    return receipt
  }

  return {
    client,
    async send(asked) {
      const returned = (await request({ method: 'eth_call', params: [asked, 'latest'] })) as Hex
      await transact(asked)
      return returned
    },
    async deploy(data) {
      const { contractAddress } = await transact({ data })
      if (!contractAddress) throw new Error('No contract was created.')
      return getAddress(contractAddress)
    },
    fail(calls) {
      failing = calls
      failed = 0
      return () => failed
    },
    async close() {
      node.kill()
      await gone
    },
  }
}
