import { signOut } from '@takokit/core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { accessibilityTree } from '../testing/accessibilityTree.ts'
import { App } from '../testing/App.tsx'
import { createWorld, type World, type WorldParameters } from '../testing/createWorld.ts'
import { type Hearing, listen } from '../testing/hearing.ts'
import { journeySteps } from '../testing/journeySteps.tsx'
import { TakoSignIn, type TakoSignInProps } from './TakoSignIn.tsx'
import '../styles/styles.css'

const button = (name: string | RegExp) => page.getByRole('button', { name })
let hearing: Hearing
let worlds: World[] = []

beforeEach(() => {
  worlds = []
})
afterEach(() => {
  hearing?.stop()
  vi.restoreAllMocks()
  for (const { client } of worlds) client.dispose()
})

async function open(parameters: WorldParameters = {}, props: TakoSignInProps = {}) {
  const world = createWorld(parameters)
  worlds.push(world)
  await render(
    <App world={world}>
      <TakoSignIn {...props} />
    </App>,
  )
  const isAuthorized = parameters.wallets?.some((wallet) => wallet.isAuthorized)
  if (isAuthorized) await expect.poll(() => world.config.state.status).toBe('connected')
  await canTell()
  hearing = listen()
  return world
}

async function signedIn() {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  worlds.push(world)
  await world.signInBefore()
  await render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  await expect.poll(() => world.config.state.status).toBe('connected')
  await canTell()
  hearing = listen()
  return world
}

/** The announcing code loads beside the page. */
async function canTell(): Promise<void> {
  await expect
    .poll(() => document.querySelector('[role=status]')?.childNodes.length)
    .toBeGreaterThan(0)
}

/** What every page of the kit must announce. */
async function check(): Promise<void> {
  const tree = await accessibilityTree()
  const controls = tree.filter(({ role }) => /^(button|link|dialog|img)$/.test(role))
  expect(controls.filter(({ name }) => !/\p{L}/u.test(name))).toEqual([])
  expect(tree.filter(({ role }) => role === 'banner')).toEqual([])
  const inControls = tree.filter(
    ({ role, parents }) => /^(status|alert)$/.test(role) && parents.includes('button'),
  )
  expect(inControls).toEqual([])
  const long = tree.filter(({ name, description, role }) =>
    role === 'StaticText' || role === 'InlineTextBox'
      ? false
      : /0x[\da-f]{40}/i.test(name + description),
  )
  expect(long.filter(({ role }) => role !== 'region')).toEqual([])
}

describe.each(Object.entries(journeySteps))('%s', (_, go) => {
  test('behavior: every control has a name, no live region is in one, addresses are short', async () => {
    await go()
    await check()
  })
})

test('behavior: each step says its title and its hint', async () => {
  const world = await open({ wallets: [{ name: 'Harbour', approval: 'manual' }] })
  await button('Sign in').click()
  const dialog = async () => (await accessibilityTree()).find(({ role }) => role === 'dialog')
  await expect.poll(async () => (await dialog())?.name).toBe('Open Harbour')
  expect((await dialog())?.description).toBe('Allow this site to see your account.')
  await world.wallet.controls.waitForPending()
  world.wallet.controls.approve()
  await expect.poll(async () => (await dialog())?.name).toBe('Confirm in Harbour')
  expect((await dialog())?.description).toMatch(/^Sign the message to prove/)
})

test('behavior: a code to scan is told, and so is its help', async () => {
  await open({ wallets: [{ name: 'Harbour' }], canScan: true }, { helpAfterMs: 0 })
  await button('Sign in').click()
  await button('Phone wallet').click()
  await expect
    .poll(() => hearing.said)
    .toContain('Scan with your phone. Open a wallet on your phone and scan this code.')
  await expect.element(page.getByText(/Can’t scan the code/)).toBeVisible()
})

test('behavior: copying has a name, and is told once', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await signedIn()
  await button(/Account/).click()
  const names = (await accessibilityTree())
    .filter(({ role }) => role === 'button')
    .map(({ name }) => name)
  expect(names).toContain('Copy address')
  await button('Copy address').click()
  await expect.poll(() => hearing.said).toEqual(['Copied'])
  write.mockRejectedValue(new DOMException('No.', 'NotAllowedError'))
  await button(/Cop/).click()
  await expect.poll(() => hearing.said.at(-1)).toMatch(/^Couldn’t copy/)
  await expect.element(page.getByText(/Couldn’t copy/)).toBeVisible()
})

test('behavior: what ended a session is shown, until the next tap', async () => {
  const world = await signedIn()
  await signOut(world.client)
  const line = page.getByText('Signed out on this device.')
  await expect.element(line).toBeVisible()
  await button('Sign in').click()
  await expect.element(line).not.toBeInTheDocument()
})

test('behavior: an error at the end of an exchange is told once', async () => {
  const world = await open({ wallets: [{ isAuthorized: true }] })
  world.wallet.controls.next('wrong-account', { method: 'personal_sign' })
  await button('Sign in').click()
  await expect.element(page.getByRole('alert')).toBeVisible()
  await expect.element(button('Try again')).toHaveFocus()
  expect(hearing.said.filter((text) => /different account/.test(text))).toHaveLength(1)
})

test('behavior: while a wallet has a window of its own, the button is the way to help and back', async () => {
  await open({ wallets: [{ name: 'Harbour' }], canScan: 'in-its-own-window' })
  await button('Sign in').click()
  await button('Phone wallet').click()
  await expect.element(page.getByRole('dialog', { name: 'Their window' })).toBeVisible()
  await expect.element(page.getByText('Connecting…').first()).toBeInTheDocument()
  const trigger = document.querySelector('.takokit-button')
  expect(trigger?.getAttribute('aria-disabled')).toBeNull()
  expect(trigger?.getAttribute('aria-description')).toBe('Press for help, or to cancel.')
  await button('Their close').click()
})

test('behavior: Arabic in an English page is read as Arabic, from right to left', async () => {
  await open({ wallets: [{ name: 'A' }, { name: 'B' }] }, { locale: 'ar' })
  await button('تسجيل الدخول').click()
  await expect.element(page.getByRole('dialog')).toBeVisible()
  for (const control of document.querySelectorAll('.takokit button'))
    expect([
      control.closest<HTMLElement>('[lang]')?.lang,
      getComputedStyle(control).direction,
    ]).toEqual(['ar', 'rtl'])
})

test('parameters: locale, a button has a name while its language loads', async () => {
  const world = createWorld()
  worlds.push(world)
  const names: (string | null)[] = []
  const observer = new MutationObserver(() => {
    const found = document.querySelector('.takokit-button')
    if (found) names.push(found.getAttribute('aria-label') ?? found.textContent)
  })
  observer.observe(document.body, { subtree: true, childList: true, attributes: true })
  await render(
    <App world={world} locale="uk">
      <TakoSignIn />
    </App>,
  )
  await expect.element(button('Увійти')).toBeVisible()
  observer.disconnect()
  expect(names.filter((name) => !/\p{L}/u.test(name ?? ''))).toEqual([])
  expect(names[0]).toBe('Sign in')
})
