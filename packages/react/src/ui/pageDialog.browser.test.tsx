/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-static-element-interactions -- menus that close on any press within are what is tried here */
import { getSession } from '@takokit/core'
import { createRef, type ReactNode, useRef, useState } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { SignIn } from '../exports/index.ts'
import { useRequireAuth } from '../hooks/useRequireAuth.ts'
import { App, type AppProps } from '../testing/App.tsx'
import { createWorld, type WorldParameters } from '../testing/createWorld.ts'
import { withoutMotion } from '../testing/withoutMotion.ts'
import { TakoSignIn } from './TakoSignIn.tsx'
import '../styles/styles.css'

withoutMotion()

const two = [{ name: 'Harbour' }, { name: 'Lantern' }]
const button = (name: string | RegExp) => page.getByRole('button', { name })

afterEach(() => document.body.removeAttribute('style'))

function Bid({ onDone = () => {} }: { onDone?: (outcome: unknown) => void }) {
  const requireAuth = useRequireAuth()
  return (
    <button type="button" onClick={() => void requireAuth().then(onDone, onDone)}>
      Bid
    </button>
  )
}

async function open(children: ReactNode, parameters: WorldParameters, props?: Partial<AppProps>) {
  const world = createWorld(parameters)
  const isAuthorized = parameters.wallets?.some((wallet) => wallet.isAuthorized)
  await render(
    <App world={world} {...props}>
      {children}
    </App>,
  )
  const status = isAuthorized ? 'connected' : 'disconnected'
  await expect.poll(() => world.config.state.status).toBe(status)
  return world
}

const dialogs = () => [...document.querySelectorAll<HTMLDialogElement>('dialog:not([aria-label])')]

/** There is one dialog, it belongs to the page, and a tap in the middle of its first wallet hits that. */
async function expectUsable(): Promise<void> {
  await expect.element(page.getByRole('dialog', { name: 'Choose a wallet' })).toBeVisible()
  expect(dialogs()).toHaveLength(1)
  expect(dialogs()[0]?.parentElement?.parentElement).toBe(document.body)
  expect(dialogs()[0]?.closest('[inert], [aria-hidden]')).toBeNull()
  const wallet = document.querySelector('.takokit-wallet') as HTMLElement
  const { left, top, width, height } = wallet.getBoundingClientRect()
  expect(wallet.contains(document.elementFromPoint(left + width / 2, top + height / 2))).toBe(true)
}

/** Where an application may put a control: the elements around it. */
const places: Record<string, (control: ReactNode) => ReactNode> = {
  'display: none': (control) => <div style={{ display: 'none' }}>{control}</div>,
  'visibility: hidden': (control) => <div style={{ visibility: 'hidden' }}>{control}</div>,
  'a small transformed box': (control) => (
    <div style={{ transform: 'scale(0.1)', overflow: 'hidden', inlineSize: 9 }}>{control}</div>
  ),
  contain: (control) => <div style={{ contain: 'strict', blockSize: 4 }}>{control}</div>,
  'content-visibility: hidden': (control) => (
    <div style={{ contentVisibility: 'hidden' }}>{control}</div>
  ),
  inert: (control) => <div inert>{control}</div>,
  'aria-hidden': (control) => <div aria-hidden="true">{control}</div>,
  'a paragraph': (control) => <p>{control}</p>,
  'a closed <details>': (control) => (
    <details>
      <summary>More</summary>
      {control}
    </details>
  ),
  'a closed popover': (control) => <div popover="auto">{control}</div>,
  'pointer-events: none': (control) => <div style={{ pointerEvents: 'none' }}>{control}</div>,
}

const headless = (
  <SignIn.Root>
    <SignIn.Trigger />
    <SignIn.Dialog>
      <SignIn.Title />
      <SignIn.WalletList />
    </SignIn.Dialog>
  </SignIn.Root>
)

const controls = [
  { name: 'a control', control: <TakoSignIn /> },
  { name: 'a control and one that can be seen', control: <TakoSignIn /> },
  { name: 'a headless control', control: headless },
]
const cases = Object.entries(places).flatMap(([place, around]) =>
  controls
    // A dialog inside a paragraph is invalid HTML.
    .filter(({ name }) => !(place === 'a paragraph' && name === 'a headless control'))
    .map((control) => ({ place, around, ...control })),
)

test.each(cases)(
  'behavior: in $place, beside $name, requireAuth shows a dialog',
  async ({ around, name, control }) => {
    const second = name.endsWith('seen') && <TakoSignIn />
    const onDone = vi.fn()
    const world = await open(
      <>
        {around(control)}
        {second}
        <Bid onDone={onDone} />
      </>,
      { wallets: two },
    )
    await userEvent.click(button('Bid'))
    if (name !== 'a headless control') await expectUsable()
    await expect.poll(() => dialogs().filter((dialog) => dialog.checkVisibility())).toHaveLength(1)
    await userEvent.click(button('Lantern'))
    await expect.poll(() => onDone.mock.calls).toMatchObject([[{ status: 'signedIn' }]])
    await expect.poll(dialogs).toHaveLength(0)
    expect(getSession(world.client).status).toBe('signedIn')
  },
)

const ways = ['hides', 'unmounts', 'folds', 'is a closing modal'] as const

/** A menu that disappears when one of its entries is pressed. */
function Menu({ how, children }: { how: (typeof ways)[number]; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const modal = useRef<HTMLDialogElement>(null)
  if (how === 'is a closing modal')
    return (
      <>
        <button type="button" onClick={() => modal.current?.showModal()}>
          Menu
        </button>
        <dialog ref={modal} aria-label="Menu">
          <form method="dialog">
            <div onClick={() => modal.current?.close()}>{children}</div>
          </form>
        </dialog>
      </>
    )
  if (how === 'folds')
    return (
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Menu</summary>
        <div onClick={() => setOpen(false)}>{children}</div>
      </details>
    )
  const style = { display: isOpen ? 'block' : 'none' }
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Menu
      </button>
      {(isOpen || how === 'hides') && (
        <nav style={style} onClick={() => setOpen(false)}>
          {children}
        </nav>
      )}
    </>
  )
}

describe.each(ways)('behavior: a menu that %s', (how) => {
  test('offers the wallets all the same, and what is chosen signs in', async () => {
    const world = await open(
      <Menu how={how}>
        <TakoSignIn />
      </Menu>,
      { wallets: two },
    )
    await userEvent.click(page.getByText('Menu'))
    await userEvent.click(button('Sign in'))
    await expectUsable()
    await userEvent.click(button('Harbour'))
    await expect.poll(() => getSession(world.client).status).toBe('signedIn')
  })

  test.each([
    ['a control', <TakoSignIn key="one" />],
    ['a headless control', headless],
  ])('what a wallet signs that was asked from %s counts', async (_, control) => {
    const wallets = [{ name: 'Harbour', approval: 'manual' as const, isAuthorized: true }]
    const world = await open(<Menu how={how}>{control}</Menu>, { wallets })
    await userEvent.click(page.getByText('Menu'))
    await userEvent.click(button('Sign in'))
    await world.wallet.controls.waitForPending({ method: 'personal_sign' })
    world.wallet.controls.approve()
    await expect.poll(() => getSession(world.client).status).toBe('signedIn')
  })
})

test('behavior: controls of one provider share an attempt, and its dialog', async () => {
  const heard = [vi.fn(), vi.fn()]
  await open(
    <>
      {heard.map((onOpenChange, index) => (
        // oxlint-disable-next-line react/no-array-index-key: they never move
        <TakoSignIn key={index} onOpenChange={onOpenChange} />
      ))}
    </>,
    { wallets: [{ name: 'Harbour', approval: 'manual' }, { name: 'Lantern' }] },
  )
  await userEvent.click(button('Sign in').last())
  await expectUsable()
  await userEvent.click(button('Harbour'))
  await expect.element(button('Connecting…').first()).toBeInTheDocument()
  expect(button('Connecting…').elements()).toHaveLength(2)
  await userEvent.click(button('Close'))
  await expect.element(button('Sign in').last()).toHaveFocus()
  for (const one of heard)
    expect(one.mock.calls).toEqual([
      [true, 'trigger'],
      [false, 'close'],
    ])
})

test('behavior: an attempt that is under way goes on at a control that is mounted later', async () => {
  function Page() {
    const [key, setKey] = useState(0)
    return (
      <>
        <TakoSignIn key={key} />
        <Bid onDone={() => {}} />
        <output onClick={() => setKey(1)}>Next</output>
      </>
    )
  }
  const wallets = [{ name: 'Harbour', approval: 'manual' as const, isAuthorized: true }]
  const world = await open(<Page />, { wallets })
  await userEvent.click(button('Sign in'))
  await world.wallet.controls.waitForPending({ method: 'personal_sign' })
  ;(document.querySelector('output') as HTMLElement).click()
  await expect.element(page.getByRole('dialog', { name: /^Confirm in/ })).toBeVisible()
  expect(document.querySelector('.takokit-button')?.textContent).toContain('Confirm')
  await userEvent.click(button('Cancel'))
  await expect.element(button('Sign in')).toHaveFocus()
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBe(1)
})

test('behavior: calls that are made together share one attempt, and all settle', async () => {
  function Three() {
    const requireAuth = useRequireAuth()
    const [done, setDone] = useState('')
    const ask = () =>
      void Promise.allSettled([requireAuth(), requireAuth(), requireAuth()]).then((results) =>
        setDone(results.map(({ status }) => status).join()),
      )
    return (
      <button type="button" onClick={ask}>
        Thrice {done}
      </button>
    )
  }
  const world = await open(<Three />, { wallets: two })
  await userEvent.click(button(/Thrice/))
  await expectUsable()
  await userEvent.click(button('Close'))
  await expect.element(button('Thrice rejected,rejected,rejected')).toHaveFocus()
  await userEvent.click(button(/Thrice/))
  await userEvent.click(button('Lantern'))
  await expect.element(button('Thrice fulfilled,fulfilled,fulfilled')).toBeVisible()
  expect(world.wallets[1]?.controls.requests.byMethod.personal_sign).toBe(1)
})

test('behavior: the dialog looks as its control does', async () => {
  await open(
    <div
      dir="rtl"
      data-takokit-theme="dark"
      style={{ '--takokit-radius': '4px', fontFamily: 'Georgia' } as object}
    >
      <TakoSignIn />
    </div>,
    { wallets: two },
  )
  await userEvent.click(button('Sign in'))
  await expectUsable()
  const { direction, fontFamily, borderTopLeftRadius, colorScheme } = getComputedStyle(
    dialogs()[0] as Element,
  )
  expect({ direction, fontFamily, borderTopLeftRadius, colorScheme }).toEqual({
    direction: 'rtl',
    fontFamily: 'Georgia',
    borderTopLeftRadius: '6px',
    colorScheme: 'dark',
  })
})

function copyStyles(place: ParentNode): void {
  for (const style of document.querySelectorAll('style')) place.append(style.cloneNode(true))
}

test('parameters: container, in a shadow root', async () => {
  const shadow = document.body.appendChild(document.createElement('div')).attachShadow({
    mode: 'open',
  })
  copyStyles(shadow)
  await open(<TakoSignIn />, { wallets: two }, { container: shadow })
  await userEvent.click(button('Sign in'))
  await expect.element(button('Harbour')).toBeVisible()
  expect(dialogs()).toHaveLength(0)
  expect(shadow.querySelector('dialog')?.matches(':modal')).toBe(true)
  await expect.poll(() => shadow.activeElement?.textContent).toContain('Harbour')
  await userEvent.keyboard('{Escape}')
  await expect.element(button('Sign in')).toHaveFocus()
  shadow.host.remove()
})

test('parameters: container, in a frame', async () => {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const inside = frame.contentDocument as Document
  copyStyles(inside.head)
  await open(<TakoSignIn />, { wallets: two }, { container: () => inside.body })
  await userEvent.click(button('Sign in'))
  await expect.poll(() => inside.querySelector('dialog')?.matches(':modal')).toBe(true)
  expect(inside.activeElement?.textContent).toContain('Harbour')
  inside.querySelector<HTMLElement>('.takokit-tool:not(.takokit-back)')?.click()
  await expect.poll(() => inside.querySelector('dialog')).toBeNull()
  await expect.element(button('Sign in')).toHaveFocus()
  frame.remove()
})

test('parameters: a container that hides the dialog is said to', async () => {
  const hidden = createRef<HTMLDivElement>()
  const onDone = vi.fn()
  await open(
    <>
      <Bid onDone={onDone} />
      <div ref={hidden} style={{ display: 'none' }} />
    </>,
    { wallets: two },
    { container: () => hidden.current },
  )
  await userEvent.click(button('Bid'))
  await expect.poll(() => onDone.mock.calls).toMatchObject([[{ code: 'config/invalid' }]])
  expect(dialogs()).toHaveLength(0)
})
