import { render } from 'vitest-browser-react'
import { signOut, tako } from '@takokit/core'
import { page } from 'vitest/browser'
import { expect } from 'vitest'
import { pseudoStrings } from '../strings/pseudoStrings.ts'
import { TakoSignIn, type TakoSignInProps } from '../ui/TakoSignIn.tsx'
import { App } from './App.tsx'
import { createWorld, type WorldParameters } from './createWorld.ts'

const longName = 'A Wallet With A Name That Hardly Anybody Would Choose'
const waiting = { name: longName, approval: 'manual', isAuthorized: true } as const
const button = (name: string | RegExp) => page.getByRole('button', { name })

async function open(parameters: WorldParameters, props: TakoSignInProps = {}) {
  const world = createWorld(parameters)
  await render(
    <App world={world}>
      <TakoSignIn {...props} />
    </App>,
  )
  return world
}

/** A page on which an account is signed in. */
export async function openSignedIn() {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await world.signInBefore()
  await render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  await expect.element(button(/Account/)).toBeVisible()
  return world
}

async function press(name: string | RegExp): Promise<void> {
  await button(name).click()
}

/** How a page reaches each thing that opens from the button. Each step resolves once it is there. */
export const journeySteps: Record<string, () => Promise<unknown>> = {
  async button() {
    await open({})
    await expect.element(button('Sign in')).toBeVisible()
  },
  async choosing() {
    await open({ wallets: [{ name: longName }, { name: 'Lantern' }], canScan: true })
    await press('Sign in')
    await expect.element(page.getByRole('heading', { name: 'Choose a wallet' })).toBeVisible()
  },
  async 'choosing in a long language'() {
    const wallets = [{ name: longName }, { name: 'Lantern' }, { name: 'Northwind' }]
    await open({ wallets }, { strings: pseudoStrings })
    await press(pseudoStrings.signIn)
    await expect.element(page.getByRole('dialog')).toBeVisible()
  },
  async 'no wallet'() {
    await open({ wallets: [] })
    await press('Sign in')
    await expect.element(page.getByText('No wallet found in this browser')).toBeVisible()
  },
  async connecting() {
    await open({ wallets: [{ ...waiting, isAuthorized: false }, { name: 'Lantern' }] })
    await press('Sign in')
    await press(longName)
    await expect.element(page.getByRole('heading', { name: /^Open / })).toBeVisible()
  },
  async scanning() {
    await open({ canScan: true })
    await press('Sign in')
    await press('Phone wallet')
    await expect.element(page.getByRole('img', { name: 'Scan with your phone' })).toBeVisible()
  },
  async ready() {
    await open({ wallets: [{ name: longName, type: 'popup' }, { name: 'Lantern' }] })
    await press('Sign in')
    await press(longName)
    await expect.element(button(`Sign in with \u2068${longName}\u2069`)).toBeVisible()
  },
  async signing() {
    const world = await open({ wallets: [waiting, { name: 'Lantern' }] }, { helpAfterMs: 0 })
    await expect.poll(() => world.config.state.status).toBe('connected')
    await press('Sign in')
    await page.getByText('Message to sign').click()
    await expect.element(page.getByText(/Don’t see the request/)).toBeVisible()
  },
  async exchanging() {
    const provider = { ...tako(), exchange: () => new Promise<never>(() => {}) }
    const world = await open({ wallets: [{ isAuthorized: true }, { name: 'Lantern' }], provider })
    await expect.poll(() => world.config.state.status).toBe('connected')
    await press('Sign in')
    await expect.element(page.getByRole('heading', { name: 'Signing in' })).toBeVisible()
  },
  async 'the provider is down'() {
    const world = await open({ wallets: [{ isAuthorized: true }, { name: 'Lantern' }] })
    world.emulator.tako.failNext({ type: '429', retryAfterMs: 3_600_000 }, { times: 9 })
    await expect.poll(() => world.config.state.status).toBe('connected')
    await press('Sign in')
    await expect.element(page.getByRole('dialog')).toHaveTextContent('Too many attempts')
  },
  async failed() {
    const wallets = [{ name: longName, isAuthorized: true }, { name: 'Lantern' }]
    const world = await open({ wallets })
    world.wallet.controls.next('wrong-account', { method: 'personal_sign' })
    await expect.poll(() => world.config.state.status).toBe('connected')
    await press('Sign in')
    await page.getByText('Details').click()
    await expect.element(button('Try again')).toBeVisible()
  },
  async rejected() {
    const world = await open({ wallets: [{ isAuthorized: true }] })
    world.wallet.controls.next('reject', { method: 'personal_sign' })
    await expect.poll(() => world.config.state.status).toBe('connected')
    await press('Sign in')
    await expect.element(page.getByText(/Nothing was signed/)).toBeVisible()
  },
  async menu() {
    await openSignedIn()
    await press(/Account/)
    await expect.element(button('Sign out')).toBeVisible()
  },
  async 'the menu of a connection'() {
    const world = await open({ wallets: [{ isAuthorized: true }] }, { mode: 'connect' })
    await expect.poll(() => world.config.state.status).toBe('connected')
    await press(/Account/)
    await expect.element(button('Disconnect')).toBeVisible()
  },
  async 'signed out'() {
    const { client } = await openSignedIn()
    await signOut(client)
    await expect
      .poll(() => document.querySelector('.takokit-notice')?.textContent)
      .toBe('Signed out on this device.')
  },
}
