import { getSession } from '@takokit/core'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { App } from '../testing/App.tsx'
import { challengingProvider } from '../testing/challengingProvider.ts'
import { createWorld, type WorldParameters } from '../testing/createWorld.ts'
import { TakoSignIn } from './TakoSignIn.tsx'

afterEach(cleanup)

function open(parameters: WorldParameters, held = false) {
  const challenges = challengingProvider()
  if (held) challenges.hold()
  const world = createWorld({ ...parameters, provider: challenges.provider })
  render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  const prompts = () => world.wallet.controls.requests.byMethod.personal_sign ?? 0
  const click = async (name: string | RegExp) =>
    fireEvent.click(await screen.findByRole('button', { name }))
  const signedIn = () => waitFor(() => expect(getSession(world.client).status).toBe('signedIn'))
  return { world, challenges, prompts, click, signedIn }
}

describe('a provider with a challenge', () => {
  test('it is requested when the wallet connects, and nothing between the tap and the prompt', async () => {
    const { challenges, click, signedIn } = open({ wallets: [{ isAuthorized: true }] })
    await waitFor(() => expect(challenges.requests()).toBe(1))
    await click('Sign in')
    await signedIn()
    expect(challenges.written).toEqual(['challenge 1'])
    expect(challenges.requests()).toBe(1)
  })

  test('it is requested when the dialog opens', async () => {
    const { challenges, click } = open({ wallets: [{ name: 'One' }, { name: 'Two' }] })
    await click('Sign in')
    await screen.findByRole('dialog')
    await waitFor(() => expect(challenges.requests()).toBe(1))
  })

  test('an extension is asked as soon as it arrives', async () => {
    const { challenges, click, prompts, signedIn } = open({}, true)
    await click('Sign in')
    await waitFor(() => expect(challenges.requests()).toBe(1))
    expect(prompts()).toBe(0)
    challenges.answer()
    await signedIn()
    expect(prompts()).toBe(1)
  })

  test('a wallet whose window needs a tap gets its second tap', async () => {
    const { challenges, click, prompts, signedIn, world } = open(
      { wallets: [{ name: 'Popup', type: 'popup', isAuthorized: true }] },
      true,
    )
    await waitFor(() => expect(challenges.requests()).toBe(1))
    await waitFor(() => expect(world.config.state.status).toBe('connected'))
    await click('Sign in')
    challenges.answer()
    const dialog = await screen.findByRole('dialog')
    expect(prompts()).toBe(0)
    const again = await waitFor(() => {
      const found = [...dialog.querySelectorAll('button')].find(({ textContent }) =>
        /sign/i.test(textContent ?? ''),
      )
      if (!found) throw new Error('The dialog has no button to sign.')
      return found
    })
    fireEvent.click(again)
    expect(prompts()).toBe(1)
    await signedIn()
    expect(challenges.requests()).toBe(1)
  })

  test('after a sign-out with the wallet still connected, the next one is there', async () => {
    const { challenges, click, signedIn, world } = open({ wallets: [{ isAuthorized: true }] })
    await waitFor(() => expect(challenges.requests()).toBe(1))
    await click('Sign in')
    await signedIn()
    const { signOut } = await import('@takokit/core')
    await signOut(world.client)
    await waitFor(() => expect(challenges.requests()).toBe(2))
  })
})
