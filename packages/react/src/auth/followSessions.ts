import type { AuthClient, SessionStatus } from '@takokit/core'
import { formatString } from '../strings/formatString.ts'
import type { Strings } from '../strings/Strings.ts'
import { shortAddress } from '../utils/shortAddress.ts'
import { endingOf } from './endingOf.ts'
import type { News } from './News.ts'

export interface FollowSessionsParameters {
  client: AuthClient
  getStrings: () => Strings
  say: (news: News) => void
}

/** Says how each sign-in and each session ends. A page that nobody looks at says it when it is seen. Returns what stops it. */
export function followSessions({ client, getStrings, say }: FollowSessionsParameters): () => void {
  const names = client.providers.map(({ name }) => name)
  const before = new Map<string, SessionStatus>()
  let held: News | undefined

  function check(): void {
    for (const provider of names) {
      const session = client.getSnapshot({ provider })
      const { status, address, account, reason } = session
      const was = before.get(provider)
      before.set(provider, status)
      if (was === status) continue
      if (was === 'signingIn' && status === 'signedIn')
        tell({
          text: formatString(getStrings().signedInAs, {
            account: shortAddress(address ?? account ?? ''),
          }),
        })
      const text = was === 'signedIn' && status === 'signedOut' && endingOf(getStrings(), reason)
      if (text) tell({ text, isShown: true })
    }
  }

  function tell(news: News): void {
    if (document.visibilityState === 'hidden') held = news
    else say(news)
  }

  function release(): void {
    if (held && document.visibilityState !== 'hidden') say(held)
    held = undefined
  }

  document.addEventListener('visibilitychange', release)
  const stop = client.subscribe(check)
  check()
  return () => {
    stop()
    document.removeEventListener('visibilitychange', release)
  }
}
