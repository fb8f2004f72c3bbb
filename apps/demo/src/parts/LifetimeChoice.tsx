import { refreshSession } from '@takokit/core'
import type { ProviderName } from '@takokit/emulator'
import { auth } from '../lib/auth.ts'
import { Segments } from './Segments.tsx'
import { setLifetime, useLifetimes } from '../lib/lifetimes.ts'

const choices = [
  { label: '1 hour', value: 3_600_000 },
  { label: '1 minute', value: 60_000 },
  { label: '15 seconds', value: 15_000 },
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

  const inForce = choices.find(({ value }) => of.every((name) => lifetimes[name] === value))
  return (
    <Segments
      label="Tokens live for"
      name="lifetime"
      choices={choices}
      value={inForce?.value}
      onChange={(accessMs) => void choose(accessMs)}
    />
  )
}
