import { getSession, signOut } from '@takokit/core'
import { useEffect } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { App } from '../testing/App.tsx'
import { createWorld, type World, type WorldParameters } from '../testing/createWorld.ts'
import type { WalletStore } from '../wagmi/WalletSnapshot.ts'
import { TakoSignIn, type TakoSignInProps } from './TakoSignIn.tsx'
import '../styles/styles.css'

const authorized = { isAuthorized: true } as const
const alert = () => page.getByRole('alert')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const dialog = () => page.getByRole('dialog')
let said: string[] = []
let stopHearing = () => {}

beforeEach(() => {
  said = []
})
afterEach(() => {
  stopHearing()
  delete document.documentElement.dataset.takokitTheme
  document.documentElement.removeAttribute('dir')
})

/** Records what a screen reader would announce, in order. */
function hear(): void {
  const hears = new MutationObserver(() => {
    for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
      const { textContent: text } = region
      if (text && said.at(-1) !== text) said.push(text)
    }
  })
  hears.observe(document.body, { subtree: true, childList: true, characterData: true })
  stopHearing = () => hears.disconnect()
}

let walletStore: WalletStore | undefined

/** Reads the kit's state of the wallet. */
function Look() {
  const { wallet } = useAuthContext()
  useEffect(() => {
    walletStore = wallet
  }, [wallet])
  return null
}

async function open(parameters?: WorldParameters, props: TakoSignInProps = {}) {
  const world = createWorld(parameters)
  const isAuthorized = parameters?.wallets?.some((wallet) => wallet.isAuthorized)
  const screen = await render(
    <App world={world}>
      <TakoSignIn {...props} />
      <Look />
    </App>,
  )
  const status = isAuthorized ? 'connected' : 'disconnected'
  await expect.poll(() => world.config.state.status).toBe(status)
  hear()
  return { ...world, screen }
}

const statusOf = ({ client }: Pick<World, 'client'>) => getSession(client).status

test('behavior: from the click on, personal_sign leaves in the same task, once', async () => {
  const world = await open({ wallets: [authorized] })
  await expect.element(button('Sign in')).toBeVisible()
  // The signing code loads when the wallet connects.
  const reached = { provider: expect.anything(), signIn: expect.any(Function) }
  await expect.poll(() => walletStore?.getSnapshot()).toMatchObject(reached)
  const element = button('Sign in').element() as HTMLElement
  const asked: string[] = []
  world.wallet.controls.onRequest((method) => asked.push(method))
  let isSameTask = true
  const { port1, port2 } = new MessageChannel()
  const nextTask = new Promise<void>((resolve) => {
    port1.onmessage = () => {
      isSameTask = false
      resolve()
    }
  })
  port2.postMessage(undefined)
  element.click()
  expect(isSameTask).toBe(true)
  expect(asked).toEqual(['personal_sign'])
  await nextTask
  element.click()
  await expect.poll(() => statusOf(world)).toBe('signedIn')
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBe(1)
  world.client.dispose()
})

test.each([
  { theme: 'light', dir: 'ltr' },
  { theme: 'dark', dir: 'ltr' },
  { theme: 'light', dir: 'rtl' },
])(
  'behavior: a whole sign-in by keyboard, $theme $dir, and what is said on the way',
  async (look) => {
    const { documentElement: root } = document
    root.dataset.takokitTheme = look.theme
    root.dir = look.dir
    const world = await open({
      wallets: [{ name: 'Harbour', approval: 'manual' }, { name: 'Lantern' }],
    })
    await userEvent.keyboard('{Tab}')
    await expect.element(button('Sign in')).toHaveFocus()
    const { colorScheme, direction } = getComputedStyle(button('Sign in').element())
    expect({ theme: colorScheme, dir: direction }).toEqual(look)
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('dialog', { name: 'Choose a wallet' })).toBeVisible()
    await expect.element(button('Harbour')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('dialog', { name: /^Open .Harbour.$/ })).toBeVisible()
    await world.wallet.controls.waitForPending()
    world.wallet.controls.approve()
    await expect.element(page.getByRole('dialog', { name: /^Confirm in .Harbour.$/ })).toBeVisible()
    expect(document.activeElement?.closest('dialog')).not.toBeNull()
    await world.wallet.controls.waitForPending({ method: 'personal_sign' })
    world.wallet.controls.approve()
    await expect.element(button(/Account .0xf39F/)).toHaveFocus()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(said).toEqual([
      'Connecting…',
      'Confirm in wallet…',
      'Signing in…',
      'Signed in as \u20680xf39F…2266\u2069',
    ])
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('dialog', { name: /Account .0xf39F/ })).toBeVisible()
    await userEvent.keyboard('{Tab}{Tab}')
    await expect.element(button('Sign out')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(button('Sign in')).toHaveFocus()
  },
)

test('behavior: refused, a quiet line, and the button is as it was', async () => {
  const world = await open({ wallets: [authorized] })
  world.wallet.controls.next('reject', { method: 'personal_sign' })
  await button('Sign in').click()
  await expect.poll(() => said.at(-1)).toBe('Request canceled. Nothing was signed.')
  await expect.element(alert()).not.toBeInTheDocument()
  await expect.element(button('Sign in')).toHaveFocus()
  await button('Sign in').click()
  await expect.element(button(/Account/)).toBeVisible()
})

test('behavior: a wrong account is caught before anything is sent', async () => {
  const world = await open({ wallets: [authorized] })
  world.wallet.controls.next('wrong-account', { method: 'personal_sign' })
  await button('Sign in').click()
  await expect.element(alert()).toHaveAttribute('data-code', 'wallet/wrong-account')
  await expect.element(button('Try again')).toHaveFocus()
  expect(world.emulator.log.entries()).toEqual([])
  await button('Try again').click()
  await expect.element(button(/Account/)).toHaveFocus()
})

test.each([
  [false, 'provider/signature-refused'],
  ['0x6080', 'provider/contract-signature'],
] as const)('behavior: where the code is %s, the provider decides', async (code, expected) => {
  const world = await open({ wallets: [authorized], code })
  world.wallet.controls.next('wrong-account', { method: 'personal_sign' })
  await button('Sign in').click()
  await expect.element(alert()).toHaveAttribute('data-code', expected)
  expect(world.emulator.log.entries().length).toBeGreaterThan(0)
})

test('behavior: a request that is open already says so', async () => {
  const world = await open({ wallets: [authorized] })
  world.wallet.controls.next('already-pending', { method: 'personal_sign' })
  await button('Sign in').click()
  await expect.element(alert()).toHaveAttribute('data-code', 'wallet/request-pending')
})

test('behavior: cancelled, then approved late', async () => {
  const world = await open({ wallets: [{ ...authorized, approval: 'manual' }] })
  await button('Sign in').click()
  await world.wallet.controls.waitForPending({ method: 'personal_sign' })
  await button('Cancel').click()
  await expect.element(button('Sign in')).toHaveFocus()
  world.wallet.controls.approve()
  await expect.element(dialog()).not.toBeInTheDocument()
  expect(statusOf(world)).toBe('signedOut')
  expect(world.emulator.log.entries()).toEqual([])
})

test('behavior: Escape gives up in every step', async () => {
  const onOpenChange = vi.fn()
  const wallets = [{ name: 'Harbour', approval: 'manual' as const }, { name: 'Lantern' }]
  const world = await open({ wallets }, { onOpenChange })
  await button('Sign in').click()
  await expect.element(button('Harbour')).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(button('Sign in')).toHaveFocus()
  await button('Sign in').click()
  await button('Harbour').click()
  await world.wallet.controls.waitForPending()
  await userEvent.keyboard('{Escape}')
  await expect.element(button('Sign in')).toHaveFocus()
  expect(world.config.state.status).toBe('disconnected')
  expect(onOpenChange.mock.calls).toEqual([
    [true, 'trigger'],
    [false, 'escape'],
    [true, 'trigger'],
    [false, 'escape'],
  ])
})

test('behavior: an account switch in the middle drops the late signature', async () => {
  const world = await open({ wallets: [{ ...authorized, approval: 'manual' }] })
  await button('Sign in').click()
  await world.wallet.controls.waitForPending({ method: 'personal_sign' })
  world.wallet.controls.switchAccount(1)
  await expect.element(alert()).toHaveAttribute('data-code', 'wallet/account-changed')
  world.wallet.controls.approve()
  await button('Close').click()
  await expect.element(button('Sign in')).toBeVisible()
  expect(world.emulator.log.entries()).toEqual([])
})

test('behavior: the exchange goes on by itself when the provider is back', async () => {
  const world = await open({ wallets: [authorized] })
  world.emulator.tako.failNext('500', { times: 2 })
  await button('Sign in').click()
  await expect.element(alert()).toHaveTextContent('The service')
  await expect.poll(() => statusOf(world), { timeout: 10_000 }).toBe('signedIn')
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBe(1)
})

test('behavior: a wallet whose window needs a tap gets a second button, and asks in the same task', async () => {
  const world = await open({ wallets: [{ name: 'Popup', type: 'popup' }, { name: 'Harbour' }] })
  await button('Sign in').click()
  await button('Popup').click()
  await expect.element(button(/^Sign in with .Popup.$/)).toHaveFocus()
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBeUndefined()
  const asked: string[] = []
  world.wallet.controls.onRequest((method) => asked.push(method))
  ;(button(/^Sign in with .Popup.$/).element() as HTMLElement).click()
  expect(asked).toEqual(['personal_sign'])
  await expect.element(button(/Account/)).toHaveFocus()
})

test('behavior: modal in every step, so that an app’s own modal below does no harm', async () => {
  const wallets = [{ name: 'Harbour', approval: 'manual' as const }, { name: 'Lantern' }]
  await open({ wallets })
  await button('Sign in').click()
  await expect.element(dialog()).toBeVisible()
  expect(document.querySelector('dialog')?.matches(':modal')).toBe(true)
  await button('Harbour').click()
  await expect.element(page.getByRole('dialog', { name: /^Open .?Harbour/ })).toBeVisible()
  expect(document.querySelector('dialog')?.matches(':modal')).toBe(true)
})

test('behavior: a connector with a QR code of its own gets no second one, and ours is closed before it draws', async () => {
  await open({ canScan: 'in-its-own-window' })
  await button('Sign in').click()
  await button('Phone wallet').click()
  const theirs = page.getByRole('dialog', { name: 'Their window' })
  await expect.element(theirs).toHaveAttribute('data-found-open', '0')
  await expect
    .element(page.getByRole('img', { name: 'Scan with your phone' }))
    .not.toBeInTheDocument()
  expect(document.querySelectorAll('dialog')).toHaveLength(1)
  await button('Their close').click()
  await expect.poll(() => said.at(-1)).toBe('Request canceled. Nothing was signed.')
  await expect.element(button('Sign in')).toBeVisible()
})

test('behavior: signed out elsewhere, the button follows', async () => {
  const world = await open({ wallets: [authorized] })
  await button('Sign in').click()
  await button(/Account/).click()
  await expect.element(button('Sign out')).toBeVisible()
  await signOut(world.client)
  await expect.element(button('Sign in')).toBeVisible()
  await expect.element(button('Sign out')).not.toBeInTheDocument()
})

test('behavior: words and steps change, the size does not', async () => {
  const world = await open({ wallets: [{ ...authorized, approval: 'manual' }] })
  const sizes = new Set<string>()
  const note = () => {
    const box = document.querySelector('.takokit-button')?.getBoundingClientRect()
    sizes.add(`${box?.width}x${box?.height}`)
  }
  await expect.element(button('Sign in')).toBeVisible()
  note()
  await button('Sign in').click()
  await world.wallet.controls.waitForPending({ method: 'personal_sign' })
  note()
  world.wallet.controls.approve()
  await expect.element(button(/Account/)).toBeVisible()
  note()
  expect([...sizes]).toHaveLength(1)
})

test('parameters: mode connect', async () => {
  const world = await open({}, { mode: 'connect' })
  await button('Connect wallet').click()
  await button(/Account .0xf39F/).click()
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBeUndefined()
  await button('Disconnect').click()
  await expect.element(button('Connect wallet')).toBeVisible()
})

test('parameters: locale, loaded when it is used', async () => {
  await open({ wallets: [{ name: 'A' }, { name: 'B' }] }, { locale: 'ar' })
  await button('تسجيل الدخول').click()
  await expect.element(page.getByRole('dialog', { name: 'اختر محفظة' })).toBeVisible()
  await expect.element(page.getByRole('list', { name: 'محفظتان' })).toBeVisible()
})

test('parameters: strings', async () => {
  await open({}, { strings: { signIn: 'Come in' } })
  await expect.element(button('Come in')).toBeVisible()
})
