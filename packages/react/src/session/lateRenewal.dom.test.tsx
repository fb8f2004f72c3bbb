import { failed, refreshSession, tako, type TokenProvider } from '@takokit/core'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { type Hearing, listen } from '../testing/hearing.ts'
import { TakoSignIn } from '../ui/TakoSignIn.tsx'

let world: World | undefined
let hearing: Hearing | undefined

afterEach(() => {
  vi.useRealTimers()
  hearing?.stop()
  cleanup()
  world?.client.dispose()
})

const menuText = () => screen.getByRole('dialog', { name: /Account/ }).textContent ?? ''

/** Lets time pass until a condition holds. Returns the texts of the account menu on the way. */
async function passUntil(isReached: () => boolean): Promise<Set<string>> {
  const texts = new Set<string>()
  for (let ms = 0; !isReached(); ms += 50) {
    if (ms > 60_000) throw new Error('not reached within a minute')
    texts.add(menuText())
    await act(() => vi.advanceTimersByTimeAsync(50))
  }
  return texts
}

test('behavior: a late renewal is told once, and no time that has passed is called good', async () => {
  const toFake = ['Date', 'performance', 'setTimeout', 'clearTimeout'] as const
  vi.useFakeTimers({ toFake: [...toFake], shouldAdvanceTime: true })
  let refreshes = 0
  const provider: TokenProvider = {
    ...tako(),
    async refresh() {
      refreshes++
      return failed('transient', 'provider/unavailable', 'Busy.')
    },
  }
  world = createWorld({ wallets: [{ isAuthorized: true }], provider, accessLifetimeMs: 3_000 })
  await world.signInBefore()
  render(
    <App world={world}>
      <TakoSignIn />
      <TakoSignIn />
    </App>,
  )
  hearing = listen()
  const { said } = hearing
  fireEvent.click((await screen.findAllByRole('button', { name: /Account/ }))[0] as Element)
  await screen.findByText(/Renews automatically/)
  await waitFor(() => expect(screen.getByRole('status').firstChild).not.toBeNull())
  void refreshSession(world.client).catch(() => {})
  await passUntil(() => /Couldn’t renew yet. Signed in until/.test(menuText()))
  // The time that was named is over: it is not named any more.
  const texts = await passUntil(() => /Couldn’t renew yet. Still trying./.test(menuText()))
  // Nothing was renewed between two tries.
  expect([...texts].filter((text) => /Renews automatically/.test(text))).toEqual([])
  const before = refreshes
  await passUntil(() => refreshes > before)
  expect(menuText()).not.toMatch(/until/)
  expect(said.filter((words) => /renew/.test(words))).toHaveLength(1)
})
