import type { World } from '@takokit/testing'
import { useState } from 'react'

interface Fault {
  label: string
  note: string
  apply: (world: World) => void
}

const faults: readonly Fault[] = [
  {
    label: 'Reject',
    note: 'The wallet refuses its next request.',
    apply: ({ wallet }) => wallet.controls.next('reject'),
  },
  {
    label: 'Hang',
    note: 'The wallet never answers its next request. After 20 s there is help, and Cancel at any time.',
    apply: ({ wallet }) => wallet.controls.next('hang'),
  },
  {
    label: '429',
    note: 'The API asks the next request to wait for 8 s.',
    apply: ({ emulator }) => emulator.tako.failNext({ type: '429', retryAfterMs: 8_000 }),
  },
  {
    label: '500',
    note: 'The API fails for the next three requests.',
    apply: ({ emulator }) => emulator.tako.failNext('500', { times: 3 }),
  },
  {
    label: 'Lost answer',
    note: 'The next request is carried out, and its answer lost on the way.',
    apply: ({ emulator }) => emulator.tako.failNext('lost-answer'),
  },
  {
    label: 'Revoke',
    note: 'The API has revoked the session. The next refresh finds out, and confirms it before it signs out.',
    apply: ({ emulator }) => emulator.tako.revoke('all'),
  },
  {
    label: 'Expire now',
    note: 'The access token is refused from now on, and its refresh is due.',
    apply({ emulator, clock }) {
      emulator.tako.expireAccess()
      clock.advance(30_000)
    },
  },
]

/** Buttons for what goes wrong. Each says what it has done. */
export function Faults({ world, onRestart }: { world: World; onRestart: () => void }) {
  const [note, setNote] = useState(
    'It runs in this page: a wallet with a test key, and an emulated API whose tokens last 30 s.',
  )
  const [isOffline, setOffline] = useState(false)
  function toggleNetwork() {
    setOffline(!isOffline)
    setNote(isOffline ? 'The network is back.' : 'No request arrives any more.')
    world.emulator.tako.clearFaults()
    if (!isOffline) world.emulator.tako.failNext('lost-request', { times: 1_000_000 })
    else dispatchEvent(new Event('online'))
  }
  return (
    <div className="live-faults rp-not-doc">
      <div className="live-row" role="group" aria-label="What goes wrong">
        {faults.map(({ label, note: told, apply }) => (
          <button
            key={label}
            type="button"
            onClick={() => {
              apply(world)
              setNote(told)
            }}
          >
            {label}
          </button>
        ))}
        <button type="button" aria-pressed={isOffline} onClick={toggleNetwork}>
          Offline
        </button>
        <button type="button" className="live-restart" onClick={onRestart}>
          Start again
        </button>
      </div>
      <p aria-live="polite">{note}</p>
    </div>
  )
}
