import { mnemonicToAccount } from 'viem/accounts'
import { createEmulator } from '../createEmulator.ts'
import type { EmulatorOptions } from '../EmulatorOptions.ts'

/** The well-known development accounts. */
export const account = (addressIndex = 0) =>
  mnemonicToAccount('test test test test test test test test test test test junk', { addressIndex })

/** When the documented tokens were issued. */
export const documentedAt = 1_690_959_847_000

/** An emulator with a stopped clock, and shortcuts to call it. */
export function setup(options: EmulatorOptions = {}) {
  const slept: number[] = []
  const emulator = createEmulator({
    now: () => documentedAt,
    sleep: async (ms) => {
      slept.push(ms)
    },
    ...options,
  })
  const send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    emulator.fetch(`https://api.example${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  return {
    ...emulator,
    slept,
    send,
    post: (path: string, body?: unknown, headers?: Record<string, string>) =>
      send('POST', path, body, headers),
    get: (path: string, token?: string) =>
      send('GET', path, undefined, token ? { authorization: `Bearer ${token}` } : {}),
  }
}

/** The documented message for an address, without the kit's own builder. */
export const messageFor = (address: string, issuedAt = new Date(documentedAt).toISOString()) =>
  `Tako wants you to sign in with your Ethereum account.\n\nThis request will not trigger a blockchain transaction or cost any gas fees.\n\nACCOUNT:\n${address}\n\nISSUED AT:\n${issuedAt}\n\n`

/** Signs in at the emulated Tako; returns the response's `data`. */
export async function signIn({ post }: Pick<ReturnType<typeof setup>, 'post'>, index = 0) {
  const { address, signMessage } = account(index)
  const message = messageFor(address)
  const response = await post('/v2/token', { message, signature: await signMessage({ message }) })
  const { data } = (await response.json()) as { data: TakoData }
  return data
}

export interface TakoData {
  token_type: string
  token: string
  refresh_token: string
  expires_in: number
}
