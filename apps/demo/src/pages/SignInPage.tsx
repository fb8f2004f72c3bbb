import { EventLog, TimelineLegend } from '@takokit/devtools/panel'
import { TakoSignIn, useSession } from '@takokit/react'
import { lazy, Suspense } from 'react'
import { auth } from '../lib/auth.ts'
import { isEmulated } from '../lib/settings.ts'
import { ApiCall } from '../parts/ApiCall.tsx'
import { InstallLine } from '../parts/InstallLine.tsx'
import { LifetimeChoice } from '../parts/LifetimeChoice.tsx'
import { LookChoice } from '../parts/LookChoice.tsx'
import { SessionPanel } from '../parts/SessionPanel.tsx'
import { Snippet } from '../parts/Snippet.tsx'
import { WalletSwitches } from '../parts/WalletSwitches.tsx'

// What it shows is below the button on a phone: the button does not wait for it, and without it the page does as well.
const OpenDialog = lazy(() =>
  import('../parts/OpenDialog.tsx').catch(() => ({ default: NoDialog })),
)

const NoDialog = () => <div className="shown" />

/** One wallet, one prompt, one session. */
export function SignInPage() {
  return (
    <>
      <section className="hero shop">
        <div>
          <h1>
            <span>Sign in with a wallet.</span> <span>Never think of tokens again.</span>
          </h1>
          <p>
            One signature; then fresh tokens in every tab, through sleep and dropped networks. Press
            it: a test wallet answers.
          </p>
          <TakoSignIn size="lg" />
          <LookChoice />
          <InstallLine />
        </div>
        <div className="stage">
          <Snippet />
          <Suspense fallback={<NoDialog />}>
            <OpenDialog />
          </Suspense>
        </div>
      </section>
      <section className="card live" aria-labelledby="session-title">
        <header>
          <h2 id="session-title">Your session, live</h2>
          {isEmulated && <LifetimeChoice of={['tako']} />}
        </header>
        <HowItRuns />
        <SessionPanel provider="tako" />
        <TimelineLegend />
      </section>
      <div className="columns tries">
        <section className="card" aria-labelledby="call-title">
          <h2 id="call-title">Call an API</h2>
          <ApiCall />
        </section>
        <section className="card tools" aria-labelledby="wallet-title">
          <h2 id="wallet-title">Make the test wallet misbehave</h2>
          <WalletSwitches />
        </section>
      </div>
      <section className="card plain" aria-labelledby="history-title">
        <h2 id="history-title">What happened</h2>
        <EventLog client={auth} provider="tako" />
      </section>
    </>
  )
}

function HowItRuns() {
  const { status } = useSession({ provider: 'tako' })
  return (
    <p className="quiet">
      {status === 'signedIn'
        ? 'Each bar is a token. The next one comes by itself, to every tab.'
        : 'Press Sign in, and it runs: each bar is a token, and the next one comes by itself.'}
    </p>
  )
}
