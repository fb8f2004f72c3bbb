import {
  createAuthClient,
  getAuthToken,
  memoryStorage,
  relayed,
  restoreSession,
  signIn,
  siwe,
} from '@takokit/core'
import { createRelay, siweIssuer } from '@takokit/relay'
import { type Address, encodeAbiParameters, type Hex, hexToString } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { serializeErc6492Signature } from 'viem'
import { signMessage as signNested } from 'viem/experimental/erc7739'
import { beforeAll, describe, expect, test } from 'vitest'
import { createConfig, custom } from 'wagmi'
import { mainnet } from 'wagmi/chains'
import { walletSigner } from '../../../react/src/wagmi/walletSigner.ts'
import { createBrowser } from '../../../relay/src/testing/createBrowser.ts'
import { compileNested } from './compileNested.ts'
import type { TestChain } from './TestChain.ts'
import { createSafes } from './createSafes.ts'

const origin = 'https://dapp.example'
const site = { domain: 'dapp.example', uri: origin }
/** Development keys, which hold nothing. */
const [ann, ben, eve] = [
  privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'),
  privateKeyToAccount('0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d'),
  privateKeyToAccount('0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a'),
] as const
/** Made for this test. */
const signingKeys = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
}

/** What every node must do with the accounts of contracts: deployed or not, they sign in through the whole kit. */
export function describeSmartAccounts(openChain: () => Promise<TestChain>): void {
  let chain: TestChain
  let createSafe: Awaited<ReturnType<typeof createSafes>>

  beforeAll(async () => {
    chain = await openChain()
    createSafe = await createSafes(chain)
  })

  /** A page whose wallet is this account, and the relay of its own server, which both ask the same node. */
  function open(address: Address, sign: (message: string) => Promise<Hex>) {
    const relay = createRelay({
      origin,
      providers: [siweIssuer({ domain: 'dapp.example', signingKeys, publicClient: chain.client })],
      secret: 'a secret of thirty-two characters',
      logger: () => {},
    })
    const browser = createBrowser({ send: (request) => relay.fetch(request), origin })
    const sent: string[] = []
    const start = () =>
      createAuthClient({
        providers: [relayed({ provider: siwe(site), url: `${origin}/auth` })],
        storage: memoryStorage(),
        fetch(input, init) {
          sent.push(new URL(input instanceof Request ? input.url : input).pathname)
          return browser.fetch(input, init)
        },
      })
    const config = createConfig({
      chains: [mainnet],
      transports: { [mainnet.id]: custom({ request: chain.client.request }, { retryCount: 0 }) },
    })
    const signer = walletSigner(
      config,
      { address, chainId: 1 },
      {
        async request({ method, params }) {
          if (method !== 'personal_sign') throw new Error(`The wallet has no ${method}.`)
          return sign(hexToString((params as [Hex])[0]))
        },
      },
    )
    return { start, signer, sent }
  }

  async function expectSignedIn(address: Address, sign: (message: string) => Promise<Hex>) {
    const { start, signer } = open(address, sign)
    const auth = start()
    expect(await signIn(auth, { signer })).toMatchObject({ status: 'signedIn', account: address })
    const [, claims = ''] = (await getAuthToken(auth)).split('.')
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ sub: address })
    auth.dispose()
    expect(await restoreSession(start())).toMatchObject({ status: 'signedIn', account: address })
  }

  async function expectRefused(
    address: Address,
    sign: (message: string) => Promise<Hex>,
    code = 'provider/contract-signature',
  ) {
    const { start, signer, sent } = open(address, sign)
    const auth = start()
    await expect(signIn(auth, { signer })).rejects.toMatchObject({ code })
    expect(auth.getSnapshot().status).toBe('signedOut')
    return sent
  }

  describe('a Safe of one owner', () => {
    test('deployed: its 65 bytes recover to the owner, and the contract says whose they are', async () => {
      const safe = await createSafe([ann], 1)
      await safe.deploy()
      await expectSignedIn(safe.address, (message) => safe.sign(message, [ann]))
    })

    test('not deployed: the signature carries the call that deploys it (ERC-6492)', async () => {
      const safe = await createSafe([ann], 1)
      await expectSignedIn(safe.address, async (message) => {
        const signature = await safe.sign(message, [ann])
        const { factory: address, factoryData: data } = safe
        return serializeErc6492Signature({ address, data, signature })
      })
      // Asking whether it would be valid deployed nothing.
      expect(await codeOf(safe.address)).toBe('0x')
    })

    test('the signature of another key is refused', async () => {
      const safe = await createSafe([ann], 1)
      await safe.deploy()
      await expectRefused(safe.address, (message) => safe.sign(message, [eve]))
    })

    test('the owner’s own signature of the text is not that of the Safe', async () => {
      const safe = await createSafe([ann], 1)
      await safe.deploy()
      await expectRefused(safe.address, (message) => ann.signMessage({ message }))
    })

    test('not deployed, and said to be by nothing: another account signed, and nothing is sent', async () => {
      const safe = await createSafe([ann], 1)
      const sent = await expectRefused(
        safe.address,
        (message) => ann.signMessage({ message }),
        'wallet/wrong-account',
      )
      expect(sent.filter((path) => path.endsWith('/sign-in'))).toEqual([])
    })
  })

  describe('a Safe of two out of three owners', () => {
    test('deployed', async () => {
      const safe = await createSafe([ann, ben, eve], 2)
      await safe.deploy()
      await expectSignedIn(safe.address, (message) => safe.sign(message, [ben, ann]))
    })

    test('not deployed', async () => {
      const safe = await createSafe([ann, ben, eve], 2)
      await expectSignedIn(safe.address, async (message) => {
        const signature = await safe.sign(message, [eve, ann])
        const { factory: address, factoryData: data } = safe
        return serializeErc6492Signature({ address, data, signature })
      })
    })

    test('one of them alone is refused, deployed and not', async () => {
      const safe = await createSafe([ann, ben, eve], 2)
      const wrap = async (message: string) => {
        const signature = await safe.sign(message, [ann])
        const { factory: address, factoryData: data } = safe
        return serializeErc6492Signature({ address, data, signature })
      }
      await expectRefused(safe.address, wrap)
      await safe.deploy()
      await expectRefused(safe.address, (message) => safe.sign(message, [ann, ann]))
    })

    test('the call that deploys another account is refused', async () => {
      const safe = await createSafe([ann, ben, eve], 2)
      const other = await createSafe([eve], 1)
      await expectRefused(safe.address, async (message) => {
        const signature = await safe.sign(message, [ann, ben])
        return serializeErc6492Signature({
          address: other.factory,
          data: other.factoryData,
          signature,
        })
      })
    })
  })

  describe('an account with the nested signatures of ERC-7739', () => {
    let account: Address

    beforeAll(async () => {
      const owner = encodeAbiParameters([{ type: 'address' }], [ann.address])
      account = await chain.deploy(`${compileNested()}${owner.slice(2)}`)
    })

    const signAs = (owner: typeof ann) => (message: string) =>
      signNested(chain.client, { account: owner, message, verifier: account } as never)

    test('the owner signs for this account', async () => {
      await expectSignedIn(account, signAs(ann))
    })

    test('the signature of another key is refused', async () => {
      await expectRefused(account, signAs(eve))
    })
  })

  test('a node that is down is no verdict: sent again, the same signature signs in', async () => {
    const safe = await createSafe([ann], 1)
    await safe.deploy()
    const { start, signer } = open(safe.address, (message) => safe.sign(message, [ann]))
    const stop = chain.fail(1)
    expect(await signIn(start(), { signer })).toMatchObject({ status: 'signedIn' })
    expect(stop()).toBe(1)
  })

  const codeOf = (address: Address) =>
    chain.client.request({ method: 'eth_getCode', params: [address, 'latest'] } as never)
}
