import { createClient, custom, type Hex, RpcRequestError } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { base, mainnet } from 'viem/chains'
import { describe, expect, test } from 'vitest'
import { createSiweMessage } from './createSiweMessage.ts'
import { verifySiweMessage, type VerifySiweMessageParameters } from './verifySiweMessage.ts'

const account = privateKeyToAccount(
  '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
)
const now = Date.parse('2026-03-14T09:30:00Z')
const fields = {
  domain: 'vault.example.net',
  address: account.address,
  uri: 'https://vault.example.net/session',
  chainId: 1,
  nonce: 'k7Qm2xZp9Lr4Tb0w',
  issuedAt: new Date(now - 1_000),
}
const message = createSiweMessage(fields)
const signature = await account.signMessage({ message })
const { domain, uri, nonce } = fields
const given = { message, signature, domain, uri, nonce, chainIds: [1], now }
const verify = (changed: Partial<VerifySiweMessageParameters> = {}) =>
  verifySiweMessage({ ...given, ...changed })

/** A client of a chain whose node answers so, and what it was asked. */
function clientOf(answer: () => unknown, chain: typeof mainnet | typeof base = mainnet) {
  const asked: { method: string; params?: unknown }[] = []
  const request = async (one: { method: string; params?: unknown }) => {
    asked.push(one)
    return answer()
  }
  const client = createClient({ chain, transport: custom({ request }, { retryCount: 0 }) })
  return { client, asked }
}
const word = (value: number): Hex => `0x${String(value).padStart(64, '0')}`
const fail = (error: Error) => () => {
  throw error
}
const rpcError = (code: number, text: string) =>
  new RpcRequestError({ body: {}, url: 'http://127.0.0.1', error: { code, message: text } })
/** No key's signature: 66 bytes. */
const ofContract: Hex = `${signature}00`

describe('verifySiweMessage', () => {
  test('default', async () => {
    expect(await verify()).toMatchObject({ ok: true, message: { address: account.address } })
  })

  test('behavior: the 64 bytes of EIP-2098, a `v` of 0 or 1, and a high `s` are the same signature', async () => {
    const v = Number.parseInt(signature.slice(-2), 16) - 27
    const s = BigInt(`0x${signature.slice(66, 130)}`)
    const high = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n - s
    const r = signature.slice(0, 66)
    const compact = (s | (BigInt(v) << 255n)).toString(16).padStart(64, '0')
    for (const other of [
      `${signature.slice(0, 130)}0${v}`,
      `${r}${compact}`,
      `${r}${high.toString(16).padStart(64, '0')}${(28 - v).toString(16)}`,
    ])
      expect(await verify({ signature: other })).toMatchObject({ ok: true })
  })

  test('parameters: uri by its origin', async () => {
    expect(await verify({ uri: { origin: 'https://vault.example.net' } })).toMatchObject({
      ok: true,
    })
    for (const origin of ['https://vault.example.net:8443', 'http://vault.example.net'])
      expect(await verify({ uri: { origin } })).toMatchObject({ ok: false, reason: 'uri' })
    const opaque = createSiweMessage({ ...fields, uri: 'did:example:vault' })
    expect(
      await verify({ message: opaque, uri: { origin: 'https://vault.example.net' } }),
    ).toMatchObject({ ok: false, reason: 'uri' })
  })

  test.each<[Partial<VerifySiweMessageParameters>, string]>([
    [{ domain: 'vault.example.net.' }, 'domain'],
    [{ domain: 'VAULT.example.net' }, 'domain'],
    [{ uri: 'https://vault.example.net/session/' }, 'uri'],
    [{ chainIds: [10, 8453] }, 'chain'],
    [{ nonce: 'K7Qm2xZp9Lr4Tb0w' }, 'nonce'],
    [{ message: `${message}\n` }, 'malformed'],
    [{ message: message.padEnd(9_000) }, 'malformed'],
    [{ message: message.padEnd(400), maxLength: 399 }, 'malformed'],
    [{ message: 1 as never }, 'malformed'],
    [{ signature: undefined as never }, 'signature'],
    [{ signature: { r: '0x1', s: '0x1' } as never }, 'signature'],
    [{ signature: '' }, 'signature'],
    [{ signature: '0x' }, 'signature'],
    [{ signature: signature.slice(2) }, 'signature'],
    [{ signature: `${signature.slice(0, -2)}1d` }, 'signature'],
  ])('behavior: %j is an answer: %s', async (changed, reason) => {
    expect(await verify(changed)).toMatchObject({ ok: false, reason })
  })

  test('behavior: an account in small letters is the same account', async () => {
    const small = message.replace(account.address, account.address.toLowerCase())
    const signed = await account.signMessage({ message: small })
    expect(await verify({ message: small, signature: signed })).toMatchObject({
      ok: true,
      message: { address: account.address },
    })
  })

  test.each<[string, Partial<VerifySiweMessageParameters>]>([
    ['domain', { domain: '' }],
    ['nonce', { nonce: undefined as never }],
    ['uri', { uri: '' }],
    ['uri', { uri: { origin: '' } }],
    ['uri.origin', { uri: { origin: 'vault' } }],
    ['uri', { uri: undefined as never }],
    ['chainIds', { chainIds: [] }],
    ['chainIds', { chainIds: undefined as never }],
    ['chainIds', { chainIds: [1.5] }],
    ['scheme', { scheme: '' }],
    ['now', { now: Number.NaN }],
  ])('behavior: without `%s` it throws, and compares nothing less', async (name, changed) => {
    await expect(verify(changed)).rejects.toThrow(
      expect.objectContaining({ code: 'config/invalid', message: expect.stringContaining(name) }),
    )
  })
})

describe('verifySiweMessage: contracts', () => {
  test('a contract is asked on the chain that the message names', async () => {
    const ours = clientOf(() => word(1))
    const other = clientOf(() => word(1), base)
    const publicClients = [other.client, ours.client]
    expect(await verify({ signature: ofContract, publicClients })).toMatchObject({ ok: true })
    expect(ours.asked.map(({ method }) => method)).toEqual(['eth_call'])
    expect(other.asked).toEqual([])
  })

  test('an externally owned account costs no request', async () => {
    const { client, asked } = clientOf(fail(new Error('down')))
    expect(await verify({ publicClients: [client] })).toMatchObject({ ok: true })
    expect(asked).toEqual([])
  })

  test('without a client of the chain, the answer says which accounts are accepted', async () => {
    const { client, asked } = clientOf(() => word(1), base)
    expect(await verify({ signature: ofContract, publicClients: [client] })).toMatchObject({
      reason: 'signature',
      detail: expect.stringContaining('Only externally owned accounts'),
    })
    expect(asked).toEqual([])
  })

  test.each([
    ['no', () => word(0)],
    ['nothing', () => '0x'],
    ['that the call reverted', fail(rpcError(3, 'execution reverted'))],
    ['that the call reverted, by an old code', fail(rpcError(-32_000, 'execution reverted: no'))],
    ['that the call ran out of gas', fail(rpcError(-32_000, 'out of gas'))],
  ])('the node says %s: the signature is refused', async (_, answer) => {
    const { client } = clientOf(answer)
    expect(await verify({ signature: ofContract, publicClients: [client] })).toMatchObject({
      reason: 'signature',
    })
  })

  test.each([
    ['cannot be reached', fail(new TypeError('fetch failed'))],
    ['is limited', fail(rpcError(-32_005, 'limit exceeded'))],
    ['has an internal error', fail(rpcError(-32_603, 'internal error'))],
    ['does not have the block', fail(rpcError(-32_000, 'header not found'))],
  ])('the node %s: try again', async (_, answer) => {
    const { client } = clientOf(answer)
    expect(await verify({ signature: ofContract, publicClients: [client] })).toMatchObject({
      ok: false,
      reason: 'unavailable',
    })
  })

  test.each([
    ['too long', `0x${'00'.repeat(16_385)}`],
    ['of odd digits', `${ofContract}0`],
    ['no hexadecimal digits', `${signature}zz`],
  ])('a signature that is %s is sent to no node', async (_, other) => {
    const { client, asked } = clientOf(() => word(1))
    expect(await verify({ signature: other, publicClients: [client] })).toMatchObject({
      reason: 'signature',
    })
    expect(asked).toEqual([])
  })

  test.each([
    ['ERC-6492', '6492'],
    ['ERC-8010', '8010'],
  ])('a broken wrapper of %s is an answer', async (_, suffix) => {
    const { client } = clientOf(() => word(0))
    const broken = `0x${'ff'.repeat(96)}${suffix.repeat(16)}`
    expect(await verify({ signature: broken, publicClients: [client] })).toMatchObject({
      reason: 'signature',
    })
  })
})
