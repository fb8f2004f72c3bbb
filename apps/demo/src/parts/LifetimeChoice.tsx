import { refreshSession } from '@takokit/core'
import type { ProviderName } from '@takokit/emulator'
import { auth } from '../lib/auth.ts'
import { setLifetime, useLifetimes } from '../lib/lifetimes.ts'

const choices = [
  { label: '1 hour', accessMs: 3_600_000 },
  { label: '1 minute', accessMs: 60_000 },
  { label: '15 seconds', accessMs: 15_000 },
]

/** Shortens the lifetime of tokens, so that a refresh can be watched. What is checked is in force. */
export function LifetimeChoice({ of }: { of: readonly ProviderName[] }) {
  const lifetimes = useLifetimes()

  async function choose(accessMs: number) {
    await setLifetime(accessMs)
    // The tokens that are out keep theirs: fetch some with the new one.
    for (const { name } of auth.providers)
      if (auth.getSnapshot({ provider: name }).status === 'signedIn')
        await refreshSession(auth, { provider: name }).catch(() => {})
  }

  return (
    <fieldset className="choice">
      <legend>Tokens live for</legend>
      {choices.map(({ label, accessMs }) => (
        <label key={accessMs}>
          <input
            type="radio"
            name="lifetime"
            checked={of.every((name) => lifetimes[name] === accessMs)}
            onChange={() => void choose(accessMs)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
