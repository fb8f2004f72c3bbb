import { Common, Mainnet } from '@ethereumjs/common'
import { createEVM } from '@ethereumjs/evm'
import { SimpleStateManager } from '@ethereumjs/statemanager'
import { Account, createAddressFromString } from '@ethereumjs/util'
import { bytesToHex, createClient, custom, getAddress, type Hex, hexToBytes } from 'viem'
import { mainnet } from 'viem/chains'
import type { CallRequest, TestChain } from './TestChain.ts'

const funded = '0x00000000000000000000000000000000000000aa'
const gasLimit = 100_000_000n

/** A chain in this process: Ethereum's virtual machine, asked by viem as a node would be. */
export async function createChain(): Promise<TestChain> {
  const common = new Common({ chain: Mainnet })
  const stateManager = new SimpleStateManager({ common })
  await stateManager.putAccount(createAddressFromString(funded), new Account(0n, 10n ** 20n))
  const evm = await createEVM({ common, stateManager })
  let failing = 0
  let failed = 0

  async function run({ to, data }: CallRequest) {
    const { execResult, createdAddress } = await evm.runCall({
      ...(to && { to: createAddressFromString(to) }),
      data: hexToBytes(data ?? '0x'),
      caller: createAddressFromString(funded),
      gasLimit,
    })
    const returned = bytesToHex(execResult.returnValue)
    if (execResult.exceptionError) throw new Reverted(returned)
    return { returned, createdAddress }
  }

  async function answer({ method, params }: { method: string; params?: unknown }) {
    if (method === 'eth_chainId') return '0x1'
    const [first] = params as [never]
    if (method === 'eth_getCode')
      return bytesToHex(await stateManager.getCode(createAddressFromString(first)))
    if (method !== 'eth_call') throw new Error(`The test chain has no ${method}.`)
    if (failed < failing) {
      failed += 1
      throw Object.assign(new Error('The node is syncing.'), { code: -32_000 })
    }
    // A call leaves nothing behind.
    await stateManager.checkpoint()
    try {
      return (await run(first)).returned
    } finally {
      await stateManager.revert()
    }
  }

  let last: Promise<unknown> = Promise.resolve()
  /** One after the other: the machine has one state. */
  function request(asked: { method: string; params?: unknown }) {
    const answered = last.then(() => answer(asked))
    last = answered.catch(() => {})
    return answered
  }

  return {
    client: createClient({ chain: mainnet, transport: custom({ request }, { retryCount: 0 }) }),
    send: async (asked) => (await run(asked)).returned,
    async deploy(bytecode) {
      const { createdAddress } = await run({ data: bytecode })
      if (!createdAddress) throw new Error('No contract was created.')
      return getAddress(createdAddress.toString())
    },
    fail(calls) {
      failing = calls
      failed = 0
      return () => failed
    },
  }
}

/** As nodes say it. */
class Reverted extends Error {
  readonly code = 3
  readonly data: Hex
  constructor(data: Hex) {
    super('execution reverted')
    this.data = data
  }
}
