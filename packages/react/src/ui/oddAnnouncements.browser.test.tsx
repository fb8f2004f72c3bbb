import { createTestWallet } from '@takokit/test-wallet'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createConfig, custom } from 'wagmi'
import { mainnet } from 'wagmi/chains'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { withoutMotion } from '../testing/withoutMotion.ts'
import { TakoSignIn } from './TakoSignIn.tsx'

withoutMotion()

const stops: (() => void)[] = []

// What throws within another library's listener is reported by the browser, and stops nothing.
function report(event: ErrorEvent) {
  if (!event.message.includes('is not to be read')) return
  event.preventDefault()
  event.stopImmediatePropagation()
}
beforeEach(() => window.addEventListener('error', report, true))
afterEach(() => {
  window.removeEventListener('error', report, true)
  for (const stop of stops.splice(0)) stop()
})

/** A dapp that lists what announces itself. */
function createPage(): World {
  const world = createWorld()
  const transport = custom({ request: () => Promise.reject(new Error('no chain')) })
  const config = createConfig({
    chains: [mainnet],
    transports: { [mainnet.id]: transport },
    storage: world.storage,
  } as never) as unknown as World['config']
  return { ...world, config }
}

const announce = (name: string) => stops.push(createTestWallet({ name }).announce())

function announceDetail(detail: unknown): void {
  const tell = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', tell)
  stops.push(() => window.removeEventListener('eip6963:requestProvider', tell))
  tell()
}

const info = { uuid: 'odd', name: 'Odd', icon: '', rdns: 'io.odd' }
const { provider } = createTestWallet()
const trap = (value: object, member: string) =>
  Object.defineProperty({ ...value }, member, {
    enumerable: true,
    get() {
      throw new Error(`${member} is not to be read`)
    },
  })

test.each([
  ['its info', () => trap({ provider }, 'info')],
  ['its provider', () => trap({ info }, 'provider')],
  ['its uuid', () => ({ info: trap(info, 'uuid'), provider })],
  ['its rdns', () => ({ info: trap(info, 'rdns'), provider })],
  ['its name', () => ({ info: trap(info, 'name'), provider })],
  ['its icon', () => ({ info: trap(info, 'icon'), provider })],
  ['what its provider can do', () => ({ info, provider: trap({}, 'request') })],
  [
    'anything',
    () =>
      new Proxy({}, { get: (_, member) => Reflect.get(trap({}, 'it'), 'it', member) as unknown }),
  ],
])('behavior: an announcement that throws where %s is read hurts nobody', async (_, make) => {
  const world = createPage()
  announce('Fine')
  announceDetail(make())
  announce('Other')
  await render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  await page.getByRole('button', { name: 'Sign in' }).click()
  for (const name of ['Fine', 'Other'])
    await expect.element(page.getByRole('button', { name })).toBeVisible()
  announce('Late')
  await expect.element(page.getByRole('button', { name: 'Late' })).toBeVisible()
  await page.getByRole('button', { name: 'Late' }).click()
  await expect.element(page.getByText(/0xf39F/).first()).toBeVisible()
})

class Announced {
  get info() {
    return Object.freeze({ ...info, rdns: 'io.frozen', name: 'Frozen' })
  }
  get provider() {
    return provider
  }
}

test('behavior: a crowd of odd announcements hides nobody and draws no endless line', async () => {
  const world = createPage()
  announce('Fine')
  const odd = (more: Record<string, unknown>) => ({ info: { ...info, ...more }, provider })
  const details = [
    [info, provider],
    Object.freeze(new Announced()),
    { info, provider: { request: null } },
    { info, provider: null },
    ...[5, {}, '', '__proto__', 'constructor', 'x'.repeat(200_000)].map((rdns) => odd({ rdns })),
    ...[Symbol('odd'), 5, [], '\u200b'.repeat(100_000)].map((name, at) =>
      odd({ name, rdns: `io.name${at}` }),
    ),
    ...[Symbol('odd'), 5, [], `data:image/svg+xml,${'<svg/>'.repeat(100_000)}`].map((icon, at) =>
      odd({ icon, rdns: `io.icon${at}` }),
    ),
  ]
  for (const detail of details) announceDetail(detail)
  announce('Other')
  await render(
    <App world={world} icons={{}}>
      <TakoSignIn />
    </App>,
  )
  await page.getByRole('button', { name: 'Sign in' }).click()
  for (const name of ['Fine', 'Other', 'Frozen'])
    await expect.element(page.getByRole('button', { name })).toBeVisible()
  const dialog = document.querySelector('dialog')
  expect(dialog?.scrollWidth).toBeLessThanOrEqual(dialog?.clientWidth ?? 0)
  for (const picture of dialog?.querySelectorAll('img') ?? [])
    expect(picture.src).toMatch(/^data:image\//)
})
