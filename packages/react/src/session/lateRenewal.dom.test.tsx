import { failed, refreshSession, tako, type TokenProvider } from '@takokit/core'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { type Hearing, listen } from '../testing/hearing.ts'
import { TakoSignIn } from '../ui/TakoSignIn.tsx'

let world: World | undefined
let hearing: Hearing | undefined

afterEach(() => {
  hearing?.stop()
  cleanup()
  world?.client.dispose()
})

test('behavior: a late renewal is told once, and no time that has passed is called good', async () => {
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
  const { client } = world
  await act(() => refreshSession(client).catch(() => {}))
  await screen.findByText(/^Couldn’t renew yet. Signed in until/, {}, { timeout: 30_000 })
  // The time that was named is over: it is not named any more.
  await screen.findByText('Couldn’t renew yet. Still trying.', {}, { timeout: 30_000 })
  const before = refreshes
  await waitFor(() => expect(refreshes).toBeGreaterThan(before), { timeout: 30_000 })
  expect(screen.getByRole('dialog', { name: /Account/ }).textContent).not.toMatch(/until/)
  expect(said.filter((text) => /renew/.test(text))).toHaveLength(1)
})
