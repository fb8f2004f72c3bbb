import {
  cloudreve,
  relayed,
  tako,
  type TokenProvider,
  type TokenSet,
  talkstack,
} from '@takokit/core'
import { createEmulator, type Emulator, type ProviderName } from '@takokit/emulator'
import { createRelay, privateCloud } from '@takokit/relay'
import { createBrowser } from '../../../relay/src/testing/createBrowser.ts'
import { describeProvider, type ProviderCase } from './describeProvider.ts'
import { faultyLink } from './faultyLink.ts'

const base = 'http://localhost:8000'
const origin = 'https://dapp.example'
const credentials = { clientId: 'client', clientSecret: 'secret' }
const subject = '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9'
const nowAt = 1_800_000_000_000

interface Row {
  name: ProviderName
  provider: TokenProvider
  call: string
  lifetimeMs: number
}

const rows: Row[] = [
  {
    name: 'tako',
    provider: tako({ baseUrl: base }),
    call: '/v2/farcaster/ignore_bid',
    lifetimeMs: 3_600_000,
  },
  {
    name: 'talkstack',
    provider: talkstack({ baseUrl: base }),
    call: '/auth/me',
    lifetimeMs: 7_200_000,
  },
  {
    name: 'cloudreve',
    provider: cloudreve({ baseUrl: `${base}/api/v4` }),
    call: '/api/v4/user/me',
    lifetimeMs: 3_600_000,
  },
  {
    name: 'privateCloud',
    provider: privateCloud({ baseUrl: base, ...credentials }),
    call: '/api/userInfo.do',
    lifetimeMs: 3_600_000,
  },
]

/** One provider on an emulator that revokes every session whose token is used twice. */
function upstream({ name, call, lifetimeMs }: Row) {
  const emulator = createEmulator({
    now: () => nowAt,
    [name]: { reuse: 'strict', ...(name === 'privateCloud' ? credentials : {}) },
  })
  const controls = emulator.controls[name]
  const common = {
    now: () => nowAt,
    lifetimeMs,
    failNext: (fault) => controls.failNext(fault, { route: 'refresh' }),
    revoke: () => controls.revoke('all'),
    expireAccess: () => controls.expireAccess(),
    call: (accessToken) =>
      emulator.fetch(base + call, {
        method: name === 'tako' ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        ...(name === 'tako' ? { body: JSON.stringify({ index: 70 }) } : {}),
      }),
  } satisfies Partial<ProviderCase>
  return { emulator, common }
}

async function issue(
  emulator: Emulator,
  name: ProviderName,
): Promise<TokenSet & { account: string }> {
  const { accessToken, refreshToken, expiresInMs } = await emulator.controls.issue(name, {
    subject,
  })
  return { account: subject, accessToken, refreshToken, lifetimeMs: expiresInMs }
}

for (const row of rows) {
  describeProvider(`${row.name}, direct`, async () => {
    const { emulator, common } = upstream(row)
    return {
      ...common,
      provider: row.provider,
      fetch: emulator.fetch,
      issue: () => issue(emulator, row.name),
    }
  })

  describeProvider(`${row.name}, through the relay`, async () => {
    const { emulator, common } = upstream(row)
    const relay = createRelay({
      origin,
      providers: [row.provider],
      secret: 'a secret of thirty-two characters',
      allowPrivateUpstreams: true,
      fetch: emulator.fetch,
      logger: () => {},
      now: () => nowAt,
    })
    const browser = createBrowser({ send: (request) => relay.fetch(request), origin })
    const link = faultyLink(browser.fetch, () => nowAt)
    const signOut = async () => {
      await browser.post(`/auth/${row.name}/sign-out`, { account: subject })
    }
    return {
      ...common,
      provider: relayed({ provider: row.provider, url: '/auth' }),
      fetch: (input, init) =>
        link.fetch(
          new URL(new URL(input instanceof Request ? input.url : input).pathname, origin),
          init,
        ),
      failNext: link.failNext,
      // The relay interprets the refusal of upstream: a page only learns that the session is over.
      revoke: signOut,
      async issue() {
        const { accessToken, refreshToken = '', lifetimeMs } = await issue(emulator, row.name)
        const server = createBrowser({
          origin,
          jar: browser.jar,
          send: (request) =>
            relay.startSession(request, {
              provider: row.name,
              account: subject,
              tokens: { accessToken, refreshToken, expiresInMs: lifetimeMs },
            }),
        })
        await server.post('/log-in')
        // What a page holds after its first request: a token and its handle, and no refresh token.
        const answer = await browser.post(`/auth/${row.name}/token`, { account: subject })
        const held = (await answer.json()) as {
          accessToken: string
          handle: string
          expiresInMs: number
        }
        return {
          account: subject,
          accessToken: held.accessToken,
          handle: held.handle,
          lifetimeMs: held.expiresInMs,
        }
      },
    }
  })
}
