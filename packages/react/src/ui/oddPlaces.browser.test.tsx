import { getSession } from '@takokit/core'
import { Activity, type ReactNode, StrictMode, Suspense, use, useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { afterEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { standStill } from '../testing/standStill.ts'
import { until } from '../testing/until.ts'
import { withoutMotion } from '../testing/withoutMotion.ts'
import { TakoSignIn } from './TakoSignIn.tsx'
import '../styles/styles.css'

withoutMotion()

const two = [{ name: 'Harbour' }, { name: 'Lantern' }]
const button = (name: string | RegExp) => page.getByRole('button', { name })
const dialog = (name: string | RegExp) => page.getByRole('dialog', { name })
const uncaught = vi.fn()
let world: World

window.addEventListener('error', uncaught)
window.addEventListener('unhandledrejection', uncaught)
afterEach(() => {
  expect(uncaught.mock.calls).toEqual([])
  document.adoptedStyleSheets = []
  world.client.dispose()
})

async function open(children: ReactNode, around = (app: ReactNode) => app) {
  world = createWorld({ wallets: two })
  await render(around(<App world={world}>{children}</App>))
  await expect.poll(() => world.config.state.status).toBe('disconnected')
}

const isHit = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect()
  const at = (element.getRootNode() as Document).elementFromPoint(
    left + width / 2,
    top + height / 2,
  )
  return element.contains(at)
}

/** The elements around a control, which is seen and can be pressed there. */
const places: Record<string, (control: ReactNode) => ReactNode> = {
  'a label': (control) => (
    <label>
      Sign in first: <input /> {control}
    </label>
  ),
  'a link': (control) => <a href="#followed">{control}</a>,
  'a summary': (control) => (
    <details>
      <summary>{control}</summary>
    </details>
  ),
  'text that can be edited': (control) => (
    <div contentEditable suppressContentEditableWarning>
      Sign in first: {control} then write.
    </div>
  ),
  'zoom of 2, wider than the window': (control) => <div style={{ zoom: 2 }}>{control}</div>,
  'zoom of 1.25': (control) => <div style={{ zoom: 1.25 }}>{control}</div>,
  'filter, in a scrolled box': (control) => (
    <div style={{ filter: 'blur(0)', overflow: 'auto', blockSize: 99, translate: '40px 40px' }}>
      {control}
      <div style={{ blockSize: 999 }} />
    </div>
  ),
  'a row from right to left': (control) => (
    <div dir="rtl" style={{ display: 'flex', zoom: 0.5 }}>
      {control}
    </div>
  ),
}

test.each(Object.entries(places))(
  'behavior: in %s, from the button to the menu',
  async (_, around) => {
    const submitted = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
    await open(
      <form onSubmit={submitted}>
        {around(<TakoSignIn />)}
        <input aria-label="Amount" />
        <button>Bid</button>
      </form>,
    )
    const trigger = () => document.querySelector('.takokit-button') as HTMLElement
    trigger().focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog('Choose a wallet')).toBeVisible()
    expect(isHit(document.querySelector('.takokit-wallet') as Element)).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.element(button('Sign in')).toHaveFocus()
    world.wallet.controls.next('reject', { method: 'personal_sign' })
    await userEvent.click(button('Sign in'))
    await userEvent.click(button('Harbour'))
    const line = page.getByText('Request canceled. Nothing was signed.')
    await expect.element(line).toBeVisible()
    expectAt(line.element(), trigger())
    await userEvent.click(button('Sign in'))
    await expect.element(button(/^Account/)).toBeVisible()
    await userEvent.click(button(/^Account/))
    await expect.element(button('Sign out')).toBeVisible()
    expectAt(document.querySelector('.takokit-menu') as Element, trigger())
    await userEvent.click(button(/^Account/))
    await expect.element(button('Sign out')).not.toBeInTheDocument()
    expect(submitted).not.toHaveBeenCalled()
    expect(location.hash).toBe('')
    expect(document.querySelector('details[open]')).toBeNull()
  },
)

test('behavior: a press in the dialog or the menu is not one on the link around the application', async () => {
  const pressed = vi.fn()
  await open(<TakoSignIn />, (app) => (
    <a href="#followed" onClick={pressed} onKeyDown={pressed}>
      {app}
    </a>
  ))
  await userEvent.click(button('Sign in'))
  expect(pressed.mock.calls).toMatchObject([[{ defaultPrevented: true }]])
  await expect.element(dialog('Choose a wallet')).toBeVisible()
  await userEvent.keyboard('{Tab}')
  await userEvent.click(button('Harbour'))
  await userEvent.click(button(/^Account/))
  expect(pressed).toHaveBeenCalledTimes(2)
  await userEvent.click(button('Copy address'))
  await userEvent.click(button('Sign out'))
  await expect.element(button('Sign in')).toBeVisible()
  expect(pressed).toHaveBeenCalledTimes(2)
  expect(location.hash).toBe('')
})

/** What a page sets on its root or body, where the dialog is too. */
const roots = [
  'html { zoom: 2 }',
  'body { zoom: 2 }',
  'html { writing-mode: vertical-rl }',
  `html { direction: rtl; font-size: 62.5% } body { transform: scale(0.8); filter: grayscale(1); contain: layout }
   * { user-select: none; scroll-behavior: smooth; scroll-snap-type: both mandatory; scroll-snap-align: end }`,
  `body { pointer-events: none } main { pointer-events: auto } *, ::before, ::after, ::backdrop { transition: all 9s }
   @keyframes hide { to { opacity: 0 } } :not(html, body, main), ::backdrop { animation: hide 9s }`,
]

test.each(roots)('behavior: on a page with %s all of it is in the window', async (css) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]
  await open(
    <main>
      <TakoSignIn helpAfterMs={0} />
    </main>,
  )
  const trigger = () => document.querySelector('.takokit-button') as HTMLElement
  await userEvent.click(button('Sign in'))
  await expect.element(dialog('Choose a wallet')).toBeVisible()
  world.wallet.controls.next('hang', { method: 'personal_sign' })
  await userEvent.click(button('Harbour'))
  await userEvent.click(page.getByText('Message to sign'))
  await expect.element(page.getByText(/Don’t see the request/)).toBeVisible()
  standStill()
  const shown = document.querySelector('.takokit-dialog') as HTMLElement
  const { left, top, right, bottom } = shown.getBoundingClientRect()
  expect([left, top].map(Math.round).every((length) => length >= 0)).toBe(true)
  expect(Math.round(right)).toBeLessThanOrEqual(innerWidth)
  expect(Math.round(bottom)).toBeLessThanOrEqual(innerHeight)
  expect(shown.scrollWidth).toBeLessThanOrEqual(shown.clientWidth)
  const { writingMode, opacity, transitionDuration } = getComputedStyle(shown)
  expect([writingMode, opacity, transitionDuration]).toEqual(['horizontal-tb', '1', '0s'])
  await userEvent.click(button('Cancel').last())
  await userEvent.click(button('Sign in'))
  await userEvent.click(button(/^Account/))
  await expect.element(button('Sign out')).toBeVisible()
  standStill()
  expectAt(document.querySelector('.takokit-menu') as Element, trigger())
  await userEvent.click(button('Sign out'))
  await expect.element(button('Sign in')).toBeVisible()
})

/** What floats is at its trigger: below or above it, where it begins, and inside the window. */
function expectAt(floating: Element, trigger: Element): void {
  const { left, right, top, bottom } = floating.getBoundingClientRect()
  const at = trigger.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  expect(left).toBeGreaterThanOrEqual(0)
  expect(right).toBeLessThanOrEqual(clientWidth)
  expect(top).toBeGreaterThanOrEqual(0)
  expect(bottom).toBeLessThanOrEqual(clientHeight)
  const gap = top > at.top ? top - at.bottom : at.top - bottom
  expect(gap).toBeGreaterThanOrEqual(0)
  expect(gap).toBeLessThan(24)
  expect(left < at.right && right > at.left).toBe(true)
}

test('behavior: in a disabled fieldset nothing opens, and nothing is stuck', async () => {
  const Page = () => {
    const [isDisabled, setDisabled] = useState(true)
    return (
      <fieldset disabled={isDisabled}>
        <TakoSignIn />
        <legend>
          <button onClick={() => setDisabled(false)}>Enable</button>
        </legend>
      </fieldset>
    )
  }
  await open(<Page />)
  ;(document.querySelector('.takokit-button') as HTMLElement).click()
  await userEvent.click(button('Enable'))
  expect(document.querySelector('dialog')).toBeNull()
  await userEvent.click(button('Sign in'))
  await expect.element(dialog('Choose a wallet')).toBeVisible()
})

let block: (is: boolean) => void = () => {}
const never = new Promise<never>(() => {})

function Suspending({ children }: { children: ReactNode }) {
  const [isBlocked, setBlocked] = useState(false)
  useEffect(() => {
    block = setBlocked
  }, [])
  return (
    <Suspense fallback={<p>Loading the page…</p>}>
      {children}
      {isBlocked && <Never />}
    </Suspense>
  )
}
function Never(): ReactNode {
  return use(never)
}
function Hiding({ children }: { children: ReactNode }) {
  const [isHidden, setHidden] = useState(false)
  useEffect(() => {
    block = setHidden
  }, [])
  return <Activity mode={isHidden ? 'hidden' : 'visible'}>{children}</Activity>
}

const wrappers: [string, (children: ReactNode) => ReactNode][] = [
  ['suspends again', (children) => <Suspending>{children}</Suspending>],
  ['is hidden by <Activity>', (children) => <Hiding>{children}</Hiding>],
]

test.each(wrappers)(
  'behavior: the control %s while a wallet is chosen and asked',
  async (_, wrap) => {
    await open(wrap(<TakoSignIn />))
    await userEvent.click(button('Sign in'))
    await expect.element(dialog('Choose a wallet')).toBeVisible()
    flushSync(() => block(true))
    await expect.element(dialog('Choose a wallet')).toBeVisible()
    world.wallet.controls.next('hang', { method: 'personal_sign' })
    await userEvent.click(button('Harbour'))
    await expect.element(dialog(/^Confirm in/)).toBeVisible()
    flushSync(() => block(false))
    await userEvent.click(button('Cancel'))
    await expect.element(button('Sign in')).toBeVisible()
    await userEvent.click(button('Sign in'))
    await expect.element(button(/^Account/)).toBeVisible()
  },
)

test.each(wrappers)('behavior: the whole application %s in the middle', async (_, wrap) => {
  await open(<TakoSignIn />, (app) => <StrictMode>{wrap(app)}</StrictMode>)
  await userEvent.click(button('Sign in'))
  await expect.element(dialog('Choose a wallet')).toBeVisible()
  flushSync(() => block(true))
  await expect.poll(() => document.querySelector('.takokit-button')?.checkVisibility()).toBe(false)
  flushSync(() => block(false))
  if (document.querySelector('dialog[open]') === null) await userEvent.click(button('Sign in'))
  await expect.element(dialog('Choose a wallet')).toBeVisible()
  expect(document.querySelectorAll('dialog')).toHaveLength(1)
  expect(document.querySelector('dialog')?.matches(':modal')).toBe(true)
  await userEvent.click(button('Lantern'))
  await expect.poll(() => getSession(world.client).status).toBe('signedIn')
  await expect.element(button(/^Account/)).toBeVisible()
})

test('behavior: an application that removes what it did not put into the body', async () => {
  await open(<TakoSignIn />)
  for (const _ of [1, 2]) {
    await userEvent.click(button('Sign in'))
    await expect.element(dialog('Choose a wallet')).toBeVisible()
    for (const child of [...document.body.children]) if (child.matches('.takokit')) child.remove()
    await expect.element(button('Sign in')).toBeVisible()
  }
  await userEvent.click(button('Sign in'))
  await userEvent.click(button('Harbour'))
  await expect.poll(() => getSession(world.client).status).toBe('signedIn')
})

test('behavior: the whole application in a shadow root', async () => {
  const host = document.body.appendChild(document.createElement('div'))
  const shadow = host.attachShadow({ mode: 'open' })
  for (const style of document.querySelectorAll('style')) shadow.append(style.cloneNode(true))
  for (const style of document.querySelectorAll('style'))
    (style.sheet as CSSStyleSheet).disabled = true
  const inner = shadow.appendChild(document.createElement('div'))
  world = createWorld({ wallets: two })
  await render(
    <Portal to={inner}>
      <App world={world} container={shadow}>
        <TakoSignIn />
      </App>
    </Portal>,
  )
  await expect.poll(() => world.config.state.status).toBe('disconnected')
  world.wallet.controls.next('reject', { method: 'personal_sign' })
  const press = async (name: RegExp) => {
    const find = () =>
      [...shadow.querySelectorAll('button')].find((one) =>
        name.test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
      )
    await expect.poll(find).toBeTruthy()
    await userEvent.click(find() as HTMLElement)
  }
  await press(/^Sign in$/)
  await press(/Harbour/)
  const line = () => shadow.querySelector('.takokit-notice')
  await expect.poll(() => line()?.checkVisibility()).toBe(true)
  expectAt(line() as Element, shadow.querySelector('.takokit-button') as Element)
  await press(/^Sign in$/)
  await press(/^Account/)
  const menu = () => shadow.querySelector('.takokit-menu[popover]')
  await expect.poll(() => menu()?.matches(':popover-open')).toBe(true)
  await userEvent.keyboard('{Tab}')
  expect(menu()?.contains(shadow.activeElement)).toBe(true)
  await press(/^Account/)
  await until(() => menu() === null)
  await press(/^Account/)
  await expect.poll(() => menu()?.matches(':popover-open')).toBe(true)
  await userEvent.keyboard('{Escape}')
  await until(() => menu() === null)
  expect(shadow.activeElement?.className).toBe('takokit-button')
  for (const style of document.querySelectorAll('style'))
    (style.sheet as CSSStyleSheet).disabled = false
  host.remove()
})

const Portal = ({ to, children }: { to: Element; children: ReactNode }) =>
  createPortal(children, to)
