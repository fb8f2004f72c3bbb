'use client'

import { useState, useSyncExternalStore } from 'react'
import type { DevtoolsProps } from '../types/DevtoolsProps.ts'
import type { NetworkSwitch } from '../types/NetworkSwitch.ts'

interface Simulation {
  label: string
  /** What is said once it was pressed. */
  note: string
  run: () => unknown
}

/** Buttons for what goes wrong: of what the panel was given. */
export function Simulations(props: Omit<DevtoolsProps, 'client'>) {
  const [note, setNote] = useState('')
  return (
    <section aria-labelledby="simulate">
      <h3 id="simulate">Simulate</h3>
      <div className="row">
        {simulationsOf(props).map(({ label, note: done, run }) => (
          <button
            key={label}
            type="button"
            onClick={() =>
              void Promise.resolve(run()).then(
                () => setNote(done),
                (error: unknown) => setNote(String(error)),
              )
            }
          >
            {label}
          </button>
        ))}
        {props.network && <OfflineSwitch network={props.network} />}
      </div>
      <p className="notes" aria-live="polite">
        {note}
      </p>
    </section>
  )
}

/** Whether there is anything to simulate. */
export const hasSimulations = ({ wallet, emulator, network, clock }: DevtoolsProps) =>
  Boolean(wallet ?? emulator ?? network ?? clock)

function simulationsOf({ wallet, emulator, clock }: DevtoolsProps): Simulation[] {
  const apis = [emulator?.tako, emulator?.talkstack, emulator?.cloudreve, emulator?.privateCloud]
  return [
    ...(wallet
      ? [
          {
            label: 'Reject the next request',
            note: 'The wallet refuses what it is asked next.',
            run: () => wallet.controls.next('reject'),
          },
          {
            label: 'Hang the next request',
            note: 'The wallet never answers what it is asked next.',
            run: () => wallet.controls.next('hang'),
          },
        ]
      : []),
    ...(emulator
      ? [
          {
            label: 'Expire the tokens',
            note: 'The API refuses the access tokens from now on. The next call finds out.',
            run: () => Promise.all(apis.map((api) => api?.expireAccess())),
          },
        ]
      : []),
    ...(clock
      ? [
          { label: '1 min later', note: 'A minute has passed.', run: () => clock.advance(60_000) },
          { label: '1 h later', note: 'An hour has passed.', run: () => clock.advance(3_600_000) },
        ]
      : []),
  ]
}

function OfflineSwitch({ network }: { network: NetworkSwitch }) {
  const isOffline = useSyncExternalStore(network.subscribe, network.isOffline, network.isOffline)
  return (
    <button type="button" aria-pressed={isOffline} onClick={() => network.setOffline(!isOffline)}>
      Offline
    </button>
  )
}
