import { TakoSignIn } from '@takokit/react'
import { isEmulated } from '../lib/settings.ts'
import { ApiCall } from '../parts/ApiCall.tsx'
import { History } from '../parts/History.tsx'
import { Legend } from '../parts/Legend.tsx'
import { LifetimeChoice } from '../parts/LifetimeChoice.tsx'
import { SessionPanel } from '../parts/SessionPanel.tsx'
import { WalletSwitches } from '../parts/WalletSwitches.tsx'

/** One wallet, one prompt, one session. */
export function SignInPage() {
  return (
    <>
      <section className="hero">
        <h1>Sign in with a wallet. Never think of tokens again.</h1>
        <p>
          The button below builds Tako’s message, asks your wallet to sign it once, and keeps the
          tokens fresh from then on: over all tabs, through sleep and dropped networks. A test
          wallet is here already; your own is listed beside it.
        </p>
        <TakoSignIn />
      </section>
      <section className="card" aria-labelledby="session-title">
        <header>
          <h2 id="session-title">Your session, live</h2>
          {isEmulated && <LifetimeChoice of={['tako']} />}
        </header>
        <SessionPanel provider="tako" />
        <Legend />
      </section>
      <div className="columns">
        <section className="card" aria-labelledby="call-title">
          <h2 id="call-title">Call an API</h2>
          <ApiCall />
        </section>
        <section className="card" aria-labelledby="history-title">
          <h2 id="history-title">What happened</h2>
          <History provider="tako" />
        </section>
      </div>
      <section className="card" aria-labelledby="wallet-title">
        <h2 id="wallet-title">The test wallet …</h2>
        <WalletSwitches />
      </section>
    </>
  )
}
