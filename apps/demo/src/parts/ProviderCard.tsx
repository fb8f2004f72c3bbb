import { type ProviderName, refreshSession, restoreSession } from '@takokit/core'
import { TakoSignIn, useSession, useSignOut, useStartSession } from '@takokit/react'
import { useId, useState } from 'react'
import { auth } from '../lib/auth.ts'
import { isRelayed } from '../lib/settings.ts'
import { useLifetimes } from '../lib/lifetimes.ts'
import { beginElsewhere, beginOnServer } from '../lib/elsewhere.ts'
import { BreakSwitches } from './BreakSwitches.tsx'
import { SessionPanel } from './SessionPanel.tsx'

export interface ProviderInfo {
  name: ProviderName
  title: string
  about: string
}

/** One provider: its live session, and switches to break things. */
export function ProviderCard({ name, title, about }: ProviderInfo) {
  const titleId = useId()
  const { status } = useSession({ provider: name })
  const signOut = useSignOut()
  const startSession = useStartSession()
  const [trouble, setTrouble] = useState<string>()
  const onServer = isRelayed || name === 'privateCloud'

  function run(task: () => Promise<unknown>) {
    setTrouble(undefined)
    task().catch((error: unknown) =>
      setTrouble(error instanceof Error ? error.message : String(error)),
    )
  }

  async function begin() {
    if (!onServer)
      return startSession.mutateAsync({ provider: name, getTokens: () => beginElsewhere(name) })
    await beginOnServer(name)
    return restoreSession(auth, { provider: name })
  }

  return (
    <section className="card provider" aria-labelledby={titleId}>
      <header>
        <div>
          <h2 id={titleId}>{title}</h2>
          <p className="quiet">{about}</p>
        </div>
        {name === 'tako' ? (
          <TakoSignIn size="sm" />
        ) : status === 'signedIn' ? (
          <button
            type="button"
            className="button"
            onClick={() => signOut.mutate({ provider: name })}
          >
            Sign out
          </button>
        ) : (
          <button type="button" className="button" onClick={() => run(begin)}>
            Start a session
          </button>
        )}
      </header>
      <SessionPanel provider={name} lifetimeMs={useLifetimes()[name]} />
      <BreakSwitches
        provider={name}
        onRefresh={() => run(() => refreshSession(auth, { provider: name }))}
      />
      {trouble && (
        <p className="trouble" role="status">
          {trouble}
        </p>
      )}
    </section>
  )
}
