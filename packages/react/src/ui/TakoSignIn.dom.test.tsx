import { getSession, memoryStorage } from '@takokit/core'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { TakoSignIn } from './TakoSignIn.tsx'

afterEach(cleanup)

function clickWhileRestoring(world: World): HTMLElement {
  render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  const button = screen.getByRole('button')
  expect(button.dataset.status).toBe('restoring')
  fireEvent.click(button)
  return button
}

test('default: one wallet, no choice, signed in', async () => {
  const world = createWorld()
  render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  const button = await screen.findByRole('button', { name: 'Sign in' })
  fireEvent.click(button)
  await waitFor(() => expect(getSession(world.client).status).toBe('signedIn'))
  await screen.findByRole('button', { name: /Account .0xf39F…2266/ })
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBe(1)
})

test('behavior: a click made while the session is restored counts', async () => {
  const world = createWorld()
  clickWhileRestoring(world)
  await waitFor(() => expect(getSession(world.client).status).toBe('signedIn'))
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBe(1)
})

test('behavior: a click made while a session is restored asks no wallet', async () => {
  const rows = memoryStorage()
  const kept = rows.open({ namespace: 'default', warn: () => {} })
  const parameters = {
    storage: { ...rows, open: () => kept },
    wallets: [{ isAuthorized: true }],
    isRemembered: true,
  }
  await createWorld(parameters).signInBefore()
  const world = createWorld(parameters)
  const button = clickWhileRestoring(world)
  await waitFor(() => expect(button.dataset.status).toBe('signedIn'))
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBeUndefined()
})
