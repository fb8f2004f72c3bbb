import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { SignIn } from '../exports/index.ts'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { listen } from '../testing/hearing.ts'
import { TakoSignIn } from '../ui/TakoSignIn.tsx'

afterEach(cleanup)

/** Taps the button, and waits until the wallet is connected. */
async function connect(control: React.ReactNode) {
  const world = createWorld()
  const { container } = render(<App world={world}>{control}</App>)
  const hearing = listen()
  await waitFor(() => expect(screen.getAllByRole('status')[0]?.firstChild).not.toBeNull(), {
    timeout: 10_000,
  })
  await waitFor(() => expect(world.config.state.status).toBe('disconnected'))
  fireEvent.click(await screen.findByRole('button'))
  await waitFor(() => expect(world.config.state.status).toBe('connected'), { timeout: 10_000 })
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBeUndefined()
  return { container, hearing }
}

test('default: mode="connect" says "Connected as", and never "Signed in"', async () => {
  const { container, hearing } = await connect(<TakoSignIn mode="connect" />)
  await waitFor(() => expect(hearing.said.at(-1)).toMatch(/^Connected as 0xf39F/), {
    timeout: 30_000,
  })
  fireEvent.click(await screen.findByRole('button', { name: /^Account .0xf39F/ }))
  await screen.findByText('Wallet connected', {}, { timeout: 10_000 })
  expect(container.textContent).not.toMatch(/signed in/i)
  expect(hearing.said.join()).not.toMatch(/signed in/i)
  hearing.stop()
})

test('behavior: SignIn.Status says so, too', async () => {
  const { container, hearing } = await connect(
    <SignIn.Root mode="connect">
      <SignIn.Trigger />
      <SignIn.Status data-testid="status" />
    </SignIn.Root>,
  )
  await waitFor(
    () => expect(screen.getByTestId('status').textContent).toMatch(/^Connected as .0xf39F/),
    { timeout: 10_000 },
  )
  expect(container.textContent).not.toMatch(/signed in/i)
  hearing.stop()
})
