import { EventLog, TimelineLegend } from '@takokit/devtools/panel'
import { TakoSignIn } from '@takokit/react'
import { auth } from '../lib/auth.ts'
import { isEmulated } from '../lib/settings.ts'
import { ApiCall } from '../parts/ApiCall.tsx'
import { InstallLine } from '../parts/InstallLine.tsx'
import { LifetimeChoice } from '../parts/LifetimeChoice.tsx'
import { LookChoice } from '../parts/LookChoice.tsx'
import { SessionPanel } from '../parts/SessionPanel.tsx'
import { Snippet } from '../parts/Snippet.tsx'
import { WalletSwitches } from '../parts/WalletSwitches.tsx'

/** One wallet, one prompt, one session. */
export function SignInPage() {
  return (
    <>
      <section className="hero shop">
        <div>
          <h1>Sign in with a wallet. Never think of tokens again.</h1>
          <p>
            One signature; then fresh tokens in every tab, through sleep and dropped networks. Press
            it: a test wallet answers.
          </p>
          <TakoSignIn size="lg" />
          <LookChoice />
          <InstallLine />
        </div>
        <Snippet />
      </section>
      <section className="card" aria-labelledby="session-title">
        <header>
          <h2 id="session-title">Your session, live</h2>
          {isEmulated && <LifetimeChoice of={['tako']} />}
        </header>
        <SessionPanel provider="tako" />
        <TimelineLegend />
      </section>
      <div className="columns">
        <section className="card" aria-labelledby="call-title">
          <h2 id="call-title">Call an API</h2>
          <ApiCall />
        </section>
        <section className="card" aria-labelledby="wallet-title">
          <h2 id="wallet-title">Make the test wallet misbehave</h2>
          <WalletSwitches />
        </section>
      </div>
      <section className="card" aria-labelledby="history-title">
        <h2 id="history-title">What happened</h2>
        <EventLog client={auth} provider="tako" />
      </section>
    </>
  )
}
