'use client'

import { type AuthClient, getSessions, type Session } from '@takokit/core'
import { type ReactNode, useCallback, useSyncExternalStore } from 'react'
import { useEntries } from '../hooks/useEntries.ts'
import type { DevtoolsProps } from '../types/DevtoolsProps.ts'
import { LegendList } from './LegendList.tsx'
import { LogView } from './LogView.tsx'
import { SessionView } from './SessionView.tsx'
import { hasSimulations, Simulations } from './Simulations.tsx'
import { WalletView } from './WalletView.tsx'

export interface PanelViewProps extends DevtoolsProps {
  client: AuthClient
  /** At the end of its header. */
  children?: ReactNode
}

/** The whole panel: simulations, sessions, events, the wallet's requests. */
export function PanelView({ client, children, ...given }: PanelViewProps) {
  const read = useCallback(() => getSessions(client), [client])
  const held = useSyncExternalStore(client.subscribe, read, read)
  const entries = useEntries(client)
  const sessions = client.providers.flatMap(({ name }): Pick<Session, 'provider' | 'account'>[] => {
    const own = held.filter(({ provider }) => provider === name)
    const hasEntries = entries.some(({ event }) => event.provider === name)
    return own.length > 0 || !hasEntries ? own : [{ provider: name, account: undefined }]
  })
  const idle = client.providers.filter(
    ({ name }) => !sessions.some(({ provider }) => provider === name),
  )
  return (
    <div className="panel">
      <header>
        <h2>
          takokit devtools <small>tab {client.tabId.slice(0, 6)}</small>
        </h2>
        {children}
      </header>
      {hasSimulations(given) && <Simulations {...given} />}
      <section aria-labelledby="sessions">
        <h3 id="sessions">Sessions</h3>
        <div className="sessions">
          {sessions.map(({ provider, account }) => (
            <div key={`${provider} ${account}`}>
              <b>{provider}</b>
              <SessionView
                client={client}
                provider={provider}
                account={account}
                lifetimeMs={given.emulator?.[provider as 'tako']?.lifetimes?.().accessMs}
              />
            </div>
          ))}
        </div>
        {idle.length > 0 && (
          <p className="notes">No session: {idle.map(({ name }) => name).join(', ')}.</p>
        )}
        <LegendList />
      </section>
      <div className="columns">
        <section aria-labelledby="events">
          <h3 id="events">Events</h3>
          <LogView client={client} />
        </section>
        {given.wallet && (
          <section aria-labelledby="requests">
            <h3 id="requests">The wallet’s requests</h3>
            <WalletView wallet={given.wallet} />
          </section>
        )}
      </div>
    </div>
  )
}
