import type { Address, Hex, LocalAccount } from 'viem'
import { concat, encodeAbiParameters } from 'viem'
import { strangerTo } from '../keys/strangerTo.ts'
import type { SignatureKind } from '../types/SignatureKind.ts'

// The canonical CREATE2 deployer, with a call of plausible length: it only has to look like a factory's.
const factory: Address = '0x4e59b44847b379578588920cA78FbF26c0B4956C'
const factoryData: Hex = `0x1688f0b9${'00'.repeat(128)}`
const wrapped = [{ type: 'address' }, { type: 'bytes' }, { type: 'bytes' }] as const
/** What a signature of ERC-6492 ends in. */
const magic: Hex = `0x${'6492'.repeat(16)}`

/** A signature of the requested kind, deterministic for its input. */
export async function makeSignature(parameters: {
  account: LocalAccount
  kind: SignatureKind | 'wrong-account'
  signWith: (key: LocalAccount) => Promise<Hex>
}): Promise<Hex> {
  const { account, kind, signWith } = parameters
  switch (kind) {
    case 'eoa':
      return signWith(account)
    case 'wrong-account':
    case 'unrecoverable':
      return signWith(strangerTo(account))
    case 'multisig':
      return concat([await signWith(account), await signWith(strangerTo(account))])
    case 'erc6492': {
      const signature = await signWith(account)
      // viem serializes it from 2.15 on.
      return concat([encodeAbiParameters(wrapped, [factory, factoryData, signature]), magic])
    }
    default:
      return kind satisfies never
  }
}
