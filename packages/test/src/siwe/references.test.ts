import { SiweMessage as SignInWithEthereum } from '@signinwithethereum/siwe'
import { createSiweMessage, type CreateSiweMessageParameters } from '@takokit/core/siwe'
import { SiweMessage as Siwe } from 'siwe'
import { createSiweMessage as createByViem } from 'viem/siwe'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type SiweCase, siweCases } from './siweCases.ts'

type Verify = (one: SiweCase) => Promise<boolean>

const verifyBySiwe: Verify = async ({ message, signature, verify }) => {
  const { uri, chainId, ...expected } = verify
  const parsed = new Siwe(message)
  const { success } = await parsed.verify({ signature, ...expected }, { suppressExceptions: true })
  // It compares neither of them.
  return success && (uri === undefined || parsed.uri === uri) && parsed.chainId === chainId
}

const verifyBySignInWithEthereum: Verify = async ({ message, signature, verify }) => {
  const { success } = await new SignInWithEthereum(message).verify(
    { signature, ...verify },
    { suppressExceptions: true },
  )
  return success
}

/** Cases on which a library judges otherwise than the case demands, with the reason. The parser of the kit judges all as demanded. */
const differences: Record<string, Record<string, string>> = {
  siwe: {
    'bind-domain-empty-expected': 'an empty expectation is not compared',
    'bind-exp-leap': 'a date that `Date` cannot read is compared as NaN, and never expires',
    'bind-exp-fakeleap': 'a date that `Date` cannot read is compared as NaN, and never expires',
    'bind-nbf-leap': 'a date that `Date` cannot read is compared as NaN, and has always begun',
    'sig-canon-rid-empty': 'the text is written anew before it is hashed, without the empty field',
  },
  '@signinwithethereum/siwe': {
    'bind-exp-leap': 'a date that `Date` cannot read is compared as NaN, and never expires',
    'bind-exp-fakeleap': 'a date that `Date` cannot read is compared as NaN, and never expires',
    'bind-nbf-leap': 'a date that `Date` cannot read is compared as NaN, and has always begun',
  },
}

describe('signed cases, by the libraries in use', () => {
  beforeEach(() => {
    // `siwe` prints what ethers throws.
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test.each([
    ['siwe', verifyBySiwe],
    ['@signinwithethereum/siwe', verifyBySignInWithEthereum],
  ] as const)('%s differs where its list says so', async (name, verify) => {
    const different: string[] = []
    for (const one of siweCases) {
      const isAccepted = await verify(one).catch(() => false)
      if (isAccepted !== (one.must === 'accept')) different.push(one.id)
    }
    expect(different).toEqual(Object.keys(differences[name] ?? {}))
  })
})

describe('createSiweMessage', () => {
  const least: CreateSiweMessageParameters = {
    domain: 'vault.example.net',
    address: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
    uri: 'https://vault.example.net/session',
    chainId: 1,
    nonce: 'k7Qm2xZp9Lr4Tb0w',
    issuedAt: new Date('2026-03-14T09:25:00.000Z'),
  }
  const statement = 'Open the vault.'
  const date = new Date('2026-03-14T10:00:00.000Z')

  test.each<[string, Partial<CreateSiweMessageParameters>]>([
    ['the least', {}],
    ['a statement', { statement }],
    ['a scheme', { scheme: 'https', statement }],
    ['a port and another chain', { domain: 'localhost:5173', chainId: 8453, statement }],
    ['an expiry', { expirationTime: date }],
    ['a beginning', { notBefore: date, statement }],
    ['a request', { requestId: 'req-7', statement }],
    ['resources', { resources: ['https://vault.example.net/doors/3', 'ipfs://bafkqaaa/readme'] }],
    [
      'everything',
      {
        statement,
        expirationTime: date,
        notBefore: date,
        requestId: 'req-7',
        resources: ['https://vault.example.net/doors/3'],
      },
    ],
  ])('writes %s as the others do, byte for byte', (_, more) => {
    const fields = { ...least, ...more }
    const { issuedAt, expirationTime, notBefore, ...rest } = fields
    const dates = {
      issuedAt: issuedAt.toISOString(),
      ...(expirationTime && { expirationTime: expirationTime.toISOString() }),
      ...(notBefore && { notBefore: notBefore.toISOString() }),
    }
    const forLibraries = {
      ...rest,
      ...dates,
      version: '1',
      chainId: Number(fields.chainId),
    } as never
    const text = createSiweMessage(fields)
    expect(text).toBe(new SignInWithEthereum(forLibraries).prepareMessage())
    expect(text).toBe(new Siwe(forLibraries).prepareMessage())
    expect(text).toBe(
      createByViem({ ...fields, version: '1', chainId: Number(fields.chainId) } as never),
    )
  })
})
