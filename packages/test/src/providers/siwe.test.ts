import { relayed, siwe } from '@takokit/core'
import { createSiweMessage } from '@takokit/core/siwe'
import { createRelay, createTokenVerifier, RelayRefusal, siweIssuer } from '@takokit/relay'
import { privateKeyToAccount } from 'viem/accounts'
import { createSiweBackend } from '../../../core/src/testing/createSiweBackend.ts'
import { createBrowser } from '../../../relay/src/testing/createBrowser.ts'
import { describeProvider } from './describeProvider.ts'
import { faultyLink } from './faultyLink.ts'

const origin = 'https://dapp.example'
const nowAt = 1_800_000_000_000
const now = () => nowAt
const signer = privateKeyToAccount(
  '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
)
const { address } = signer
/** Made for this test. */
const signingKeys = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
}

/** The lifetime of the issuer's access tokens, and how far the clock of an API may be behind. */
const [accessMs, clocksDifferMs] = [600_000, 5_000]

async function sign({ nonce }: { nonce: string }) {
  const fields = { domain: 'dapp.example', uri: origin, chainId: 1, issuedAt: new Date(nowAt) }
  const message = createSiweMessage({ ...fields, address, nonce })
  return { address, message, signature: await signer.signMessage({ message }) }
}

for (const session of ['token', 'cookie'] as const)
  describeProvider(`siwe, ${session === 'token' ? 'direct' : session}`, async () => {
    const backend = createSiweBackend({ session, now })
    const send = (input: string | URL, init?: RequestInit) =>
      backend.fetch(new URL(input, origin), { ...init, credentials: 'include' })
    const post = (path: string, body: object) =>
      send(path, { method: 'POST', body: JSON.stringify(body) })
    const link = faultyLink(send, now)
    return {
      provider: siwe({ url: `${origin}/auth`, session }),
      fetch: (input, init) =>
        link.fetch(new URL(input instanceof Request ? input.url : input), init),
      now,
      lifetimeMs: 3_600_000,
      failNext: link.failNext,
      revoke: backend.revokeAll,
      expireAccess: backend.expireAccess,
      call: (accessToken) =>
        send('/api/me', { headers: { authorization: `Bearer ${accessToken}` } }),
      async issue() {
        const challenge = (await (await post('/auth/challenge', {})).json()) as { nonce: string }
        const answer = await post('/auth/verify', await sign(challenge))
        const { accessToken = '', refreshToken } = (await answer.json()) as Record<string, string>
        return { account: address, accessToken, refreshToken, lifetimeMs: 3_600_000 }
      },
    }
  })

describeProvider('siwe, relayed', async () => {
  let passedMs = 0
  const now = () => nowAt + passedMs
  const relay = createRelay({
    origin,
    providers: [siweIssuer({ domain: 'dapp.example', signingKeys })],
    secret: 'a secret of thirty-two characters',
    logger: () => {},
    now,
  })
  const browser = createBrowser({ send: (request) => relay.fetch(request), origin })
  const link = faultyLink(browser.fetch, now)
  const verifier = createTokenVerifier({
    issuer: `${origin}/auth`,
    audience: 'dapp.example',
    fetch: (input, init) => relay.fetch(new Request(input, init)),
    now,
  })
  /** An API that verifies the relay's tokens. */
  async function call(accessToken: string): Promise<Response> {
    try {
      await verifier.verify(new Headers({ authorization: `Bearer ${accessToken}` }))
      return Response.json({})
    } catch (error) {
      if (!(error instanceof RelayRefusal)) throw error
      return Response.json({}, { status: error.status, headers: error.options.headers ?? {} })
    }
  }
  return {
    provider: relayed({ provider: siwe(), url: '/auth' }),
    fetch: (input, init) =>
      link.fetch(
        new URL(new URL(input instanceof Request ? input.url : input).pathname, origin),
        init,
      ),
    now,
    lifetimeMs: accessMs,
    failNext: link.failNext,
    async revoke() {
      await browser.post('/auth/siwe/sign-out', { account: address })
    },
    expireAccess() {
      passedMs += accessMs + clocksDifferMs
    },
    call,
    async issue() {
      const challenge = await browser.post('/auth/siwe/challenge', {})
      const signed = await sign((await challenge.json()) as { nonce: string })
      const answer = await browser.post('/auth/siwe/sign-in', signed)
      const held = (await answer.json()) as {
        accessToken: string
        handle: string
        expiresInMs: number
      }
      const { accessToken, handle, expiresInMs: lifetimeMs } = held
      return { account: address, accessToken, handle, lifetimeMs }
    },
  }
})
