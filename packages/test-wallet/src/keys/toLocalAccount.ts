import type { Hex, LocalAccount } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { developmentKeys } from './developmentKeys.ts'

/** A development key by its index, a private key, or any account that viem can sign with (such as a Safe's). */
export type AccountSource = number | Hex | LocalAccount

/** @internal */
export function toLocalAccount(source: AccountSource): LocalAccount {
  if (typeof source === 'string') return privateKeyToAccount(source)
  if (typeof source === 'object') return source
  const key = developmentKeys[source]
  if (key === undefined) {
    throw new RangeError(
      `There is no development key ${source}. Use 0 to ${developmentKeys.length - 1}, or pass a private key.`,
    )
  }
  return privateKeyToAccount(key)
}
