import type { AuthClient, SessionSnapshot, SignOutReturnType } from '@takokit/core'
import { formatString } from '../strings/formatString.ts'
import type { Strings } from '../strings/Strings.ts'
import { setPageTimer } from '../utils/setPageTimer.ts'
import { shortAddress } from '../utils/shortAddress.ts'
import { endingOf } from './endingOf.ts'
import type { News } from './News.ts'

/** How long to wait for a provider's answer to a sign-out. After that, it is announced as one of this device. */
const answerWaitMs = 2_000

/**
 * The last announced state of each provider, by client: an end before the first subscription is still announced, and only
 * once.
 */
const known = new WeakMap<AuthClient, Map<string, SessionSnapshot>>()

export interface FollowSessionsParameters {
  client: AuthClient
  getStrings: () => Strings
  say: (news: News) => void
}

/**
 * Announces how each sign-in and each session ends. A hidden page announces it when it is visible. Returns a function that
 * stops it.
 */
export function followSessions({ client, getStrings, say }: FollowSessionsParameters): () => void {
  const names = client.providers.map(({ name }) => name)
  const before = known.get(client) ?? new Map<string, SessionSnapshot>()
  known.set(client, before)
  /** Cancels the wait for a provider's answer to a sign-out. */
  const leaving = new Map<string, () => void>()
  let held: { news: News; session: SessionSnapshot } | undefined

  function check(): void {
    for (const provider of names) {
      const session = client.getSnapshot({ provider })
      const was = before.get(provider)
      before.set(provider, session)
      if (was?.status !== session.status) follow(session, was)
    }
  }

  function follow(session: SessionSnapshot, was: SessionSnapshot | undefined): void {
    const { provider, status, address, account = '', reason, error } = session
    leaving.get(provider)?.()
    leaving.delete(provider)
    // With an error, it is the session from before a sign-in that failed.
    if (was?.status === 'signingIn' && status === 'signedIn' && !error) {
      const named = { account: shortAddress(address ?? account) }
      tell(session, { text: formatString(getStrings().signedInAs, named) })
    }
    const isOther = was?.status === 'signedIn' && was.account !== session.account
    if (status !== 'signedOut' || isOther) return
    if (reason !== 'user') tellEnd(session)
    else
      leaving.set(
        provider,
        setPageTimer(() => tellEnd(session), answerWaitMs),
      )
  }

  function tellEnd(session: SessionSnapshot, revoked?: SignOutReturnType['revoked']): void {
    leaving.get(session.provider)?.()
    leaving.delete(session.provider)
    const text = endingOf(getStrings(), session.reason, revoked)
    if (text) tell(session, { text, isShown: true })
  }

  function tell(session: SessionSnapshot, news: News): void {
    if (document.visibilityState === 'hidden') held = { news, session }
    else say(news)
  }

  function release(): void {
    if (!held || document.visibilityState === 'hidden') return
    const { news, session } = held
    held = undefined
    // A change that was reverted meanwhile is not announced.
    if (client.getSnapshot({ provider: session.provider }).status === session.status) say(news)
  }

  document.addEventListener('visibilitychange', release)
  const stops = [
    client.subscribe(check),
    client.onEvent((event) => {
      const session = before.get(event.provider)
      if (event.type === 'signedOut' && session && leaving.has(event.provider))
        tellEnd(session, event.revoked)
    }),
  ]
  check()
  return () => {
    for (const stop of [...stops, ...leaving.values()]) stop()
    for (const provider of leaving.keys()) before.delete(provider)
    document.removeEventListener('visibilitychange', release)
  }
}
