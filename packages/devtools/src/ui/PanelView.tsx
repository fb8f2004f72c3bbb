'use client'

import { type AuthClient, getSessions, type Session } from '@takokit/core'
import { type ReactNode, useCallback, useSyncExternalStore } from 'react'
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
  const sessions = client.providers.flatMap(({ name }): Pick<Session, 'provider' | 'account'>[] => {
    const own = held.filter(({ provider }) => provider === name)
    return own.length > 0 ? own : [{ provider: name, account: undefined }]
  })
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
