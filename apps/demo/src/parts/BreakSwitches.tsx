import type { ControlCommand, ProviderName as EmulatedName } from '@takokit/emulator'
import { useState } from 'react'
import { control } from '../lib/emulator.ts'

/** Failures to inject, and how the kit handles each. */
const switches: {
  label: string
  done: string
  command: (provider: EmulatedName) => ControlCommand
}[] = [
  {
    label: 'Expire now',
    done: 'The access token is refused from now on. Call something, or refresh.',
    command: (provider) => ({ action: 'expireAccess', provider }),
  },
  {
    label: 'Lose the next answer',
    done: 'The next refresh is carried out, and its answer lost on the way.',
    command: (provider) => ({
      action: 'failNext',
      provider,
      fault: 'lost-answer',
      route: 'refresh',
    }),
  },
  {
    label: '429',
    done: 'The next refresh is told to wait for 8 seconds.',
    command: (provider) => ({
      action: 'failNext',
      provider,
      fault: { type: '429', retryAfterMs: 8_000 },
      route: 'refresh',
    }),
  },
  {
    label: '500',
    done: 'The next three refreshes fail on the server.',
    command: (provider) => ({
      action: 'failNext',
      provider,
      fault: '500',
      times: 3,
      route: 'refresh',
    }),
  },
  {
    label: 'Revoke',
    done: 'The session was revoked on the server. The next refresh finds out, and confirms it before it signs out.',
    command: (provider) => ({ action: 'revoke', provider }),
  },
]

export function BreakSwitches({
  provider,
  onRefresh,
}: {
  provider: EmulatedName
  onRefresh: () => void
}) {
  const [note, setNote] = useState<string>()
  return (
    <div className="switches">
      <div className="row">
        <button type="button" className="button small" onClick={onRefresh}>
          Refresh now
        </button>
        {switches.map(({ label, done, command }) => (
          <button
            key={label}
            type="button"
            className="button small"
            onClick={() =>
              void control(command(provider)).then(
                () => setNote(done),
                (error: Error) => setNote(error.message),
              )
            }
          >
            {label}
          </button>
        ))}
      </div>
      <p className="quiet note" aria-live="polite">
        {note ?? 'Break something, and watch what happens.'}
      </p>
    </div>
  )
}
