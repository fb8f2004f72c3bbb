import { createSiweMessage, type CreateSiweMessageParameters } from '@takokit/core/siwe'
import { createRelay } from '../createRelay.ts'
import { siweIssuer } from '../providers/siweIssuer/siweIssuer.ts'
import type { SiweIssuerOptions } from '../providers/siweIssuer/SiweIssuerOptions.ts'
import { memoryStore } from '../stores/memoryStore.ts'
import type { RelayLogEntry } from '../types/RelayLogEntry.ts'
import type { RelayOptions } from '../types/RelayOptions.ts'
import { createBrowser, type TestBrowser, testOrigin } from './createBrowser.ts'
import { createTime } from './createTime.ts'
import { account, testSecret } from './createWorld.ts'
import { testKeys } from './testKeys.ts'

/** What the relay says to a page that wants to sign in. */
export interface ChallengeAnswer {
  nonce: string
  domain: string
  uri: string
  statement?: string
  chainIds: number[]
  expiresInMs: number
}

export async function getChallenge(page: TestBrowser): Promise<ChallengeAnswer> {
  const response = await page.post('/auth/siwe/challenge', {})
  if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${await response.text()}`)
  return (await response.json()) as ChallengeAnswer
}

export interface SignParameters extends Partial<CreateSiweMessageParameters> {
  index?: number
  /** Changes the text before it is signed. */
  change?: (message: string) => string
}

/** The body of a sign-in, as `siwe()` in a page makes it. */
export async function signChallenge(
  { nonce, domain, uri, statement, chainIds: [chainId = 1] }: ChallengeAnswer,
  { index = 0, change = (message) => message, ...fields }: SignParameters = {},
) {
  const { address, signMessage } = account(index)
  const message = change(
    createSiweMessage({
      domain,
      uri,
      statement,
      chainId,
      nonce,
      address,
      issuedAt: new Date(),
      ...fields,
    }),
  )
  return { address, message, signature: await signMessage({ message }) }
}

/** A relay that issues tokens itself, with its own clock. */
export function createSiweWorld(
  issuing: Partial<SiweIssuerOptions> = {},
  options: Partial<RelayOptions> = {},
) {
  const time = createTime()
  const logs: RelayLogEntry[] = []
  const relayOptions: RelayOptions = {
    providers: [siweIssuer({ domain: 'dapp.example', signingKeys: testKeys.ed25519, ...issuing })],
    secret: testSecret,
    origin: testOrigin,
    store: memoryStore({ now: time.now }),
    rateLimits: false,
    now: time.now,
    setTimer: time.setTimer,
    logger: (entry) => logs.push(entry),
    ...options,
  }
  const relay = createRelay(relayOptions)
  const browser = (jar?: Map<string, string>) =>
    createBrowser({ send: (request) => relay.fetch(request), ...(jar && { jar }) })

  /** Signs in as a page does. */
  async function signIn(page: TestBrowser, fields: SignParameters = {}): Promise<Response> {
    const challenge = await getChallenge(page)
    const body = await signChallenge(challenge, { issuedAt: new Date(time.now()), ...fields })
    return page.post('/auth/siwe/sign-in', body)
  }
  return { time, relay, relayOptions, logs, browser, signIn }
}
