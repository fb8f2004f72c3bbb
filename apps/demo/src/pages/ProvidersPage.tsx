import { EventLog, TimelineLegend } from '@takokit/devtools/panel'
import { useSyncExternalStore } from 'react'
import { auth } from '../lib/auth.ts'
import { network } from '../lib/network.ts'
import { isRelayed, withQuery } from '../lib/settings.ts'
import { LifetimeChoice } from '../parts/LifetimeChoice.tsx'
import { ProviderCard, type ProviderInfo } from '../parts/ProviderCard.tsx'

const providers: readonly ProviderInfo[] = [
  { name: 'tako', title: 'Tako', about: 'Signed by your wallet. A day to renew it.' },
  {
    name: 'talkstack',
    title: 'TalkStack AI',
    about: 'Signed in elsewhere. A misspelt field.',
  },
  {
    name: 'cloudreve',
    title: 'Cloudreve',
    about: 'Signed in elsewhere. Says 200 whatever happens.',
  },
  {
    name: 'privateCloud',
    title: 'Private cloud',
    about: 'Has a client secret: only ever through the relay.',
  },
]

/** Four providers with one scheduler, and switches to break each. */
export function ProvidersPage() {
  const isOffline = useSyncExternalStore(network.subscribe, network.isOffline)
  return (
    <>
      <section className="hero">
        <h1>Four providers, every tab</h1>
        <p>
          Open this page in a second tab: one of them fetches, the other adopts. This tab is{' '}
          <code>{auth.tabId.slice(0, 6)}</code>.
        </p>
        <div className="row">
          <LifetimeChoice of={providers.map(({ name }) => name)} />
          <label className="switch">
            <input
              type="checkbox"
              role="switch"
              checked={isOffline}
              onChange={(event) => network.setOffline(event.target.checked)}
            />
            Cut this tab off the network
          </label>
          <label className="switch">
            <input
              type="checkbox"
              role="switch"
              checked={isRelayed}
              onChange={(event) => location.assign(withQuery('relay', event.target.checked))}
            />
            Through the relay
          </label>
        </div>
        <p className="quiet">
          {isRelayed
            ? 'This page holds no refresh token: the relay keeps them in a sealed cookie that no script can read.'
            : 'Tokens rest encrypted in this browser. Through the relay, no refresh token would reach this page.'}
        </p>
        <TimelineLegend />
      </section>
      <div className="grid">
        {providers.map((provider) => (
          <ProviderCard key={provider.name} {...provider} />
        ))}
      </div>
      <section className="card" aria-labelledby="history-title">
        <h2 id="history-title">What happened</h2>
        <EventLog client={auth} />
      </section>
    </>
  )
}
