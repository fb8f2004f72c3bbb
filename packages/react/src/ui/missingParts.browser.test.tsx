import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'
import { useRequireAuth } from '../hooks/useRequireAuth.ts'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { withoutMotion } from '../testing/withoutMotion.ts'
import { TakoSignIn } from './TakoSignIn.tsx'
import '../styles/styles.css'

withoutMotion()

/** The server of the lazy parts. */
const server = vi.hoisted(() => ({ isDown: true, asked: 0 }))
const { serve } = vi.hoisted(() => ({
  serve<part>(load: () => Promise<part>): Promise<part> {
    server.asked++
    const error = new TypeError('Failed to fetch dynamically imported module')
    return server.isDown ? Promise.reject(error) : load()
  },
}))

vi.mock('./loadParts.ts', () => ({ loadParts: () => serve(() => import('./parts.ts')) }))
vi.mock('../signIn/loadQrCode.ts', () => ({
  loadQrCode: () => serve(() => import('../signIn/drawQrCode.ts')),
}))
vi.mock('../strings/loadStrings.ts', () => ({
  loadStrings: (locale: string) =>
    locale === 'en'
      ? { locale, dir: 'ltr', strings: {} }
      : serve(async () => {
          const { de } = await import('../strings/languages/de.ts')
          return { locale, dir: 'ltr', strings: de }
        }),
}))

const button = (name: string | RegExp) => page.getByRole('button', { name })
const line = () => page.getByText('Part of this page didn’t load.')
const unhandled = vi.fn()

beforeEach(() => {
  Object.assign(server, { isDown: true, asked: 0 })
  addEventListener('unhandledrejection', unhandled)
})
afterEach(() => {
  removeEventListener('unhandledrejection', unhandled)
  expect(unhandled).not.toHaveBeenCalled()
})

test('behavior: the dialog cannot be loaded: says so, and "Try again" asks again', async () => {
  const world = createWorld({ wallets: [{ name: 'Harbour' }, { name: 'Lantern' }] })
  await render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  await button('Sign in').click()
  await expect.element(line()).toBeVisible()
  await expect.element(page.getByRole('status')).toHaveTextContent('Try again')
  await expect.element(button('Try again')).toHaveFocus()

  const before = server.asked
  await button('Try again').click()
  await expect.poll(() => server.asked).toBeGreaterThan(before)
  await expect.element(line()).toBeVisible()

  server.isDown = false
  await button('Try again').click()
  await expect.element(page.getByRole('dialog', { name: 'Choose a wallet' })).toBeVisible()
  await button('Lantern').click()
  await expect.element(button(/Account/)).toBeVisible()
  await expect.element(line()).not.toBeInTheDocument()
})

test('behavior: the signature is asked for without the dialog, where that is all that is missing', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  await expect.poll(() => world.config.state.status).toBe('connected')
  await button('Sign in').click()
  await expect.element(button(/Account/)).toBeVisible()
})

test('behavior: the account menu cannot be loaded', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await world.signInBefore()
  const onOpenChange = vi.fn()
  await render(
    <App world={world}>
      <TakoSignIn onOpenChange={onOpenChange} />
    </App>,
  )
  await button(/Account/).click()
  await expect.element(line()).toBeVisible()
  await expect.element(button(/Account/)).toHaveAttribute('aria-expanded', 'false')
  server.isDown = false
  await button(/Account/).click()
  await expect.element(button('Sign out')).toBeVisible()
  await expect.element(line()).not.toBeInTheDocument()
  expect(onOpenChange).not.toHaveBeenCalled()
})

test('behavior: the QR code cannot be loaded: its link can be copied, and "Try again" asks again', async () => {
  server.isDown = false
  const world = createWorld({ wallets: [{ name: 'Harbour' }], canScan: true })
  await render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  await button('Sign in').click()
  await expect.element(button('Phone wallet')).toBeVisible()
  server.isDown = true
  await button('Phone wallet').click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('didn’t load')
  await expect.element(button('Copy link')).toBeVisible()
  server.isDown = false
  await button('Try again').click()
  await expect.element(page.getByRole('img', { name: 'Scan with your phone' })).toBeVisible()
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
})

test('behavior: a language that cannot be loaded is English until it can', async () => {
  const world = createWorld()
  await render(
    <App world={world} locale="de">
      <TakoSignIn />
    </App>,
  )
  await expect.element(button('Sign in')).toBeVisible()
  server.isDown = false
  await expect.element(button('Anmelden'), { timeout: 10_000 }).toBeVisible()
})

function Vote({ onError }: { onError: (error: Error) => void }) {
  const requireAuth = useRequireAuth()
  return (
    <button type="button" onClick={() => void requireAuth().catch(onError)}>
      Vote
    </button>
  )
}

test('behavior: a sign-in that begins elsewhere fails rather than hangs, and can begin again', async () => {
  const world = createWorld({ wallets: [{ name: 'Harbour' }, { name: 'Lantern' }] })
  const onError = vi.fn()
  await render(
    <App world={world}>
      <Vote onError={onError} />
    </App>,
  )
  await button('Vote').click()
  await expect
    .poll(() => onError.mock.calls[0]?.[0])
    .toMatchObject({ code: 'network/failed', cause: expect.any(TypeError) })
  server.isDown = false
  await button('Vote').click()
  await expect.element(page.getByRole('dialog', { name: 'Choose a wallet' })).toBeVisible()
})
