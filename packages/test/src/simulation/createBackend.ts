import type { Random } from './createRandom.ts'
import type { World } from './createWorld.ts'

/** Where the sessions of a backend are: in the page's tokens, or in a cookie that it cannot read. */
export type BackendSession = 'token' | 'cookie'

/** An answer, and what it does to the browser's cookie: `null` removes it. */
export interface BackendAnswer {
  status: number
  json: unknown
  cookie?: string | null | undefined
}

/** A backend that wants a challenge in each message, and the one cookie that the browser keeps for it. */
export interface Backend {
  session: BackendSession
  /** `undefined`: it answers as the API without challenges does. */
  answer: (
    path: string,
    body: Record<string, string>,
    cookie: string | undefined,
  ) => BackendAnswer | undefined
  cookie: () => string | undefined
  /** The browser receives an answer, whether or not its page still waits. */
  receive: (answer: BackendAnswer) => void
  clearCookie: () => void
  /** Ends every session, as an operator would. */
  endAll: () => void
  hasEnded: () => boolean
  /** The account that the browser's cookie stands for. */
  account: () => string | undefined
  /** How often it said that nobody is signed in, or that another account is. */
  refusals: () => number
  /** A wallet is asked to sign this message. */
  asked: (message: string) => void
  /** A page sends this signed message, or reads the answer to it. */
  sent: (message: string) => void
  heard: (message: string) => void
}

interface Challenge {
  endsAt: number
  isBurnt: boolean
  sentAs: string | undefined
  isHeard: boolean
}

const lifetimeMs = 300_000
const nonceOf = (message: string) => /^Nonce: (\w+)$/m.exec(message)?.[1] ?? ''

/** Shares only the wire format with the kit. */
export function createBackend(parameters: {
  world: World
  random: Random
  session: BackendSession
  fail: (rule: string, detail: string) => void
}): Backend {
  const { world, random, session, fail } = parameters
  const challenges = new Map<string, Challenge>()
  const accounts = new Map<string, string>()
  let cookie: string | undefined
  let count = 0
  let refusals = 0
  let hasEnded = false

  function issueChallenge(): BackendAnswer {
    const nonce = `nonce${String(++count).padStart(6, '0')}`
    const endsAt = world.now() + lifetimeMs
    challenges.set(nonce, { endsAt, isBurnt: false, sentAs: undefined, isHeard: false })
    return { status: 200, json: { nonce, expiresInMs: lifetimeMs } }
  }

  function verify({ message = '', address = '' }: Record<string, string>) {
    const challenge = challenges.get(nonceOf(message))
    const isGood = challenge && !challenge.isBurnt && world.now() < challenge.endsAt
    if (challenge) challenge.isBurnt = true
    if (!isGood) return { status: 401, json: { error: 'Unknown nonce' } }
    if (session === 'token') return undefined
    const id = `c${++count}`
    // Whoever was signed in before is refused from now on.
    if ((accounts.get(cookie ?? '') ?? address) !== address) refusals += 2
    accounts.set(id, address)
    world.note('backend', `begins ${id}`)
    return { status: 200, json: random.pick([{}, { address }]), cookie: id }
  }

  /** Backends say in their own ways that nobody is signed in. */
  function nobody(): BackendAnswer {
    refusals++
    return random.pick<BackendAnswer>([
      { status: 401, json: { error: 'No session' } },
      { status: 200, json: {} },
      { status: 200, json: null },
      { status: 200, json: { user: null } },
    ])
  }

  function end(id: string | undefined): BackendAnswer {
    if (id && accounts.delete(id)) world.note('backend', `ends ${id}`)
    return { status: 200, json: {}, cookie: random.pick([null, undefined]) }
  }

  return {
    session,
    answer(path, body, sentCookie) {
      if (path === 'challenge') return issueChallenge()
      if (path === 'exchange') return verify(body)
      if (session === 'token') return undefined
      if (path === 'revoke') return end(sentCookie)
      const account = accounts.get(sentCookie ?? '')
      if (path === 'call')
        return account ? { status: 200, json: {} } : { status: 401, json: { error: 'No session' } }
      return account ? { status: 200, json: { address: account } } : nobody()
    },
    cookie: () => cookie,
    receive(answer) {
      if (answer.cookie !== undefined) cookie = answer.cookie ?? undefined
    },
    clearCookie() {
      cookie = undefined
    },
    endAll() {
      hasEnded = true
      accounts.clear()
    },
    hasEnded: () => hasEnded,
    account: () => accounts.get(cookie ?? ''),
    refusals: () => refusals,
    asked(message) {
      const challenge = challenges.get(nonceOf(message))
      if (!challenge) fail('one use', 'a message without a challenge of the backend')
      else if (challenge.sentAs !== undefined)
        fail('one use', 'a wallet is asked for a challenge that was sent')
    },
    sent(message) {
      const challenge = challenges.get(nonceOf(message))
      if (!challenge) return
      if (challenge.isHeard) fail('one use', 'a challenge is sent again after its answer')
      if ((challenge.sentAs ?? message) !== message)
        fail('one use', 'a challenge is sent in two messages')
      challenge.sentAs = message
    },
    heard(message) {
      const challenge = challenges.get(nonceOf(message))
      if (challenge) challenge.isHeard = true
    },
  }
}
