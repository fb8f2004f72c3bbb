import { cloudreve, tako } from '@takokit/core'
import '@takokit/react/styles.css'
import { mountApproval } from '@takokit/test-wallet'
import { createWorld, type World } from '@takokit/testing'
import { WorldProviders } from '@takokit/testing/react'
import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { EventLog } from './EventLog.tsx'
import type { ExampleProps } from './ExampleProps.ts'
import { Faults } from './Faults.tsx'

const lifetimeMs = 30_000

/** A dapp's environment in this page. Tokens live for half a minute, so that a refresh can be watched. */
function createLiveWorld(): World {
  return createWorld({
    wallets: [{ name: 'Test Wallet', approval: 'manual' }],
    providers: [tako(), cloudreve({ baseUrl: 'https://files.example.com/api/v4' })],
    emulator: {
      tako: { accessLifetimeMs: lifetimeMs },
      cloudreve: { accessLifetimeMs: lifetimeMs },
    },
  })
}

/** An example in its world, what can be made to fail there, and what happens. */
export default function LiveWorld({ example }: { example: ComponentType<ExampleProps> }) {
  const [run, setRun] = useState(0)
  return <Run key={run} example={example} onRestart={() => setRun(run + 1)} />
}

function Run({
  example: Example,
  onRestart,
}: {
  example: ComponentType<ExampleProps>
  onRestart: () => void
}) {
  const [world] = useState(createLiveWorld)
  useEffect(() => {
    const isDark = document.documentElement.classList.contains('dark')
    const unmount = mountApproval(world.wallet, document.body, { theme: isDark ? 'dark' : 'light' })
    return () => {
      unmount()
      world.dispose()
    }
  }, [world])
  const login = useCallback(() => world.emulator.issue('cloudreve'), [world])
  return (
    <>
      <div className="live-stage rp-not-doc">
        <WorldProviders world={world}>
          <Example login={login} />
        </WorldProviders>
      </div>
      <Faults world={world} onRestart={onRestart} />
      <EventLog client={world.client} />
    </>
  )
}
