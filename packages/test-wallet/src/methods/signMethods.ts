import type { TypedDataDefinition } from 'viem'
import { rpcErrors } from '../errors/rpcErrors.ts'
import { askApproval } from '../requests/askApproval.ts'
import { makeSignature } from '../signing/makeSignature.ts'
import type { WalletMethod } from '../types/WalletMethod.ts'
import { readMessage } from './readMessage.ts'
import { signerFor } from './signerFor.ts'

/** ERC-191 and EIP-712 signatures. The key is chosen on arrival: switching accounts later does not change it. */
export const signMethods = {
  async personal_sign(context, { id, method, receivedAt, params }) {
    const [data, address] = Array.isArray(params) ? params : []
    const { raw, text } = readMessage(data)
    const account = signerFor(context, address)
    const { isWrongAccount } = await askApproval(context, {
      kind: 'sign',
      id,
      method,
      receivedAt,
      account: account.address,
      message: text,
    })
    return makeSignature({
      account,
      kind: isWrongAccount ? 'wrong-account' : context.settings.get().signature,
      signWith: (key) => key.signMessage({ message: { raw } }),
    })
  },
  async eth_signTypedData_v4(context, { id, method, receivedAt, params }) {
    const [address, data] = Array.isArray(params) ? params : []
    const typedData = readTypedData(data)
    const account = signerFor(context, address)
    const { isWrongAccount } = await askApproval(context, {
      kind: 'sign',
      id,
      method,
      receivedAt,
      account: account.address,
      message: JSON.stringify(typedData, null, 2),
    })
    return makeSignature({
      account,
      kind: isWrongAccount ? 'wrong-account' : context.settings.get().signature,
      signWith: (key) => key.signTypedData(typedData),
    })
  },
  // It signs any hash unseen, so wallets have removed it; falling through to `rpc` would restore it.
  async eth_sign(_context, { method }) {
    throw rpcErrors.unsupported(method)
  },
} satisfies Record<string, WalletMethod>

function readTypedData(data: unknown): TypedDataDefinition {
  try {
    const value: unknown = typeof data === 'string' ? JSON.parse(data) : data
    if (typeof value === 'object' && value !== null && 'types' in value && 'primaryType' in value) {
      return value as TypedDataDefinition
    }
  } catch {
    // Reported below: for the page it is the same mistake.
  }
  throw rpcErrors.invalidParams('expected EIP-712 typed data as JSON.')
}
