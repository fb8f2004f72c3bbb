import { TakoSignIn, useAuthToken } from '@takokit/react'
import { act, cleanup } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createWorld } from '../world/createWorld.ts'
import { renderInWorld } from './renderInWorld.tsx'
import '../exports/vitest.ts'

afterEach(cleanup)

test('default: the button signs in, with one signature', async () => {
  const { world, getByRole, findByRole } = renderInWorld(<TakoSignIn />)
  getByRole('button', { name: 'Sign in' }).click()
  await findByRole('button', { name: /Account/ })
  expect(world).toBeSignedIn()
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBe(1)
})

function Expiry() {
  const { status, expiresAt } = useAuthToken()
  return <output>{status === 'signedIn' ? `until ${expiresAt}` : status}</output>
}

test('parameters: world: a component of one’s own, a reload, and a token that is renewed by itself', async () => {
  const at = Date.UTC(2026, 0, 15)
  const world = createWorld({ at, wallets: [{ isAuthorized: true }], isRemembered: true })
  await world.signInBefore()
  const { findByText } = renderInWorld(<Expiry />, { world })
  await findByText(`until ${at + 3_600_000}`)
  act(() => world.clock.advance(3_600_000))
  await findByText(`until ${at + 7_200_000}`)
  expect(world.emulator.tako.counters().rotations).toBe(1)
})

test('parameters: wrapper is inside of the providers', async () => {
  const { getByTestId } = renderInWorld(<b>in</b>, {
    wrapper: ({ children }) => (
      <div data-testid="own">
        <Expiry />
        {children}
      </div>
    ),
  })
  expect(getByTestId('own').textContent).toContain('in')
})
