import type { Address, Hex, LocalAccount } from 'viem'
import { concat, serializeErc6492Signature } from 'viem'
import { strangerTo } from '../keys/strangerTo.ts'
import type { SignatureKind } from '../types/SignatureKind.ts'

// The canonical CREATE2 deployer, with a call of a plausible length: it only has to look like a factory's.
const factory: Address = '0x4e59b44847b379578588920cA78FbF26c0B4956C'
const factoryData: Hex = `0x1688f0b9${'00'.repeat(128)}`

/** One signature of the asked kind, always the same for the same input. */
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
      return serializeErc6492Signature({ address: factory, data: factoryData, signature })
    }
    default:
      return kind satisfies never
  }
}
