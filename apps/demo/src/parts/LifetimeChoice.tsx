import { refreshSession } from '@takokit/core'
import { useState } from 'react'
import { auth } from '../lib/auth.ts'
import { control } from '../lib/emulator.ts'

const choices = [
  { label: '1 hour', accessMs: 3_600_000 },
  { label: '1 minute', accessMs: 60_000 },
  { label: '15 seconds', accessMs: 15_000 },
]

/** Shortens the lifetime of tokens, so that a refresh can be watched. */
export function LifetimeChoice() {
  const [chosen, setChosen] = useState(choices[0]?.accessMs)

  async function choose(accessMs: number) {
    setChosen(accessMs)
    await control({ action: 'setLifetimes', accessMs })
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
            checked={chosen === accessMs}
            onChange={() => void choose(accessMs)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
