import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  type Address,
  concat,
  decodeAbiParameters,
  encodeFunctionData,
  type Hex,
  hashMessage,
  type LocalAccount,
  parseAbi,
  zeroAddress,
} from 'viem'
import type { TestChain } from './TestChain.ts'

const require = createRequire(import.meta.url)

const abi = parseAbi([
  'function createProxyWithNonce(address singleton, bytes initializer, uint256 saltNonce) returns (address)',
  'function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, address paymentToken, uint256 payment, address paymentReceiver)',
])

/** The compiled contract that the package of the Safe ships. */
function bytecodeOf(path: string): Hex {
  const root = dirname(require.resolve('@safe-global/safe-contracts/package.json'))
  const file = join(root, 'build/artifacts/contracts', `${path}.json`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { bytecode: Hex }).bytecode
}

export interface SafeAccount {
  address: Address
  /** What a transaction to the factory deploys it with. */
  factory: Address
  factoryData: Hex
  deploy: () => Promise<unknown>
  /** The signature of these owners, in the order that the contract demands. */
  sign: (message: string, owners: readonly LocalAccount[]) => Promise<Hex>
}

/** Safe 1.4.1 on a chain: its singleton, factory and handler, and accounts of them. */
export async function createSafes(chain: TestChain) {
  const singleton = await chain.deploy(bytecodeOf('Safe.sol/Safe'))
  const factory = await chain.deploy(bytecodeOf('proxies/SafeProxyFactory.sol/SafeProxyFactory'))
  const handler = await chain.deploy(
    bytecodeOf('handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler'),
  )
  let salt = 0n

  return async (owners: readonly LocalAccount[], threshold: number): Promise<SafeAccount> => {
    const initializer = encodeFunctionData({
      abi,
      functionName: 'setup',
      args: [
        owners.map((owner) => owner.address),
        BigInt(threshold),
        zeroAddress,
        '0x',
        handler,
        zeroAddress,
        0n,
        zeroAddress,
      ],
    })
    const factoryData = encodeFunctionData({
      abi,
      functionName: 'createProxyWithNonce',
      args: [singleton, initializer, ++salt],
    })
    const request = { to: factory, data: factoryData }
    const found = await chain.client.request({
      method: 'eth_call',
      params: [request, 'latest'],
    } as never)
    const [address] = decodeAbiParameters([{ type: 'address' }], found as Hex)
    return {
      address,
      factory,
      factoryData,
      deploy: () => chain.send(request),
      async sign(message, signers) {
        const typed = {
          domain: { chainId: 1, verifyingContract: address },
          types: { SafeMessage: [{ name: 'message', type: 'bytes' }] },
          primaryType: 'SafeMessage',
          message: { message: hashMessage(message) },
        } as const
        const sorted = [...signers].sort((one, other) =>
          one.address.toLowerCase() < other.address.toLowerCase() ? -1 : 1,
        )
        return concat(await Promise.all(sorted.map((owner) => owner.signTypedData(typed))))
      },
    }
  }
}
