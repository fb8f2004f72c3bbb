import { getSession } from '@takokit/core'
import { useState } from 'react'
import { expect, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { useRequireAuth } from '../../../react/src/hooks/useRequireAuth.ts'
import { App } from '../../../react/src/testing/App.tsx'
import { createWorld } from '../../../react/src/testing/createWorld.ts'
import type { ModalFixture } from './ModalFixture.ts'
import '../../../react/src/styles/styles.css'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const ours = () => document.querySelector<HTMLDialogElement>('dialog.takokit-dialog')

function openApp(Modal: ModalFixture) {
  const approval = 'manual' as const
  const world = createWorld({
    wallets: [
      { name: 'Harbour', approval },
      { name: 'Lantern', approval },
    ],
  })
  const heard = { closed: vi.fn(), blurred: vi.fn(), settled: vi.fn() }
  function Bid() {
    const requireAuth = useRequireAuth()
    return (
      <button
        type="button"
        onBlur={heard.blurred}
        onClick={() => void requireAuth().then(heard.settled, heard.settled)}
      >
        Bid
      </button>
    )
  }
  function Page() {
    const [isOpen, setOpen] = useState(false)
    const close = () => {
      heard.closed()
      setOpen(false)
    }
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Open theirs
        </button>
        <Modal isOpen={isOpen} onClose={close}>
          <Bid />
          <button type="button">Theirs too</button>
        </Modal>
      </>
    )
  }
  const app = (
    <App world={world}>
      <Page />
    </App>
  )
  return { app, world, heard }
}

/**
 * Expects the dialog to be exposed to assistive technology, reachable by Tab and clickable, while the app's modal stays open and
 * does not interfere.
 */
async function expectUsable(title: RegExp): Promise<void> {
  await expect.element(page.getByRole('dialog', { name: title })).toBeVisible()
  const dialog = ours() as HTMLDialogElement
  expect(dialog.closest('[aria-hidden="true"], [inert]')).toBeNull()
  const close = dialog.querySelector<HTMLElement>('.takokit-tool:not(.takokit-back)') as HTMLElement
  const { left, top, width, height } = close.getBoundingClientRect()
  expect(close.contains(document.elementFromPoint(left + width / 2, top + height / 2))).toBe(true)
  const reached = new Set<Element>()
  for (const _ of [1, 2, 3, 4, 5]) {
    await userEvent.keyboard('{Tab}')
    const { activeElement } = document
    if (activeElement && dialog.contains(activeElement)) reached.add(activeElement)
    else expect(activeElement).toBe(document.body)
  }
  expect(reached.has(close)).toBe(true)
  await userEvent.click(page.getByRole('heading', { name: title }))
  await expect.element(page.getByRole('dialog', { name: title })).toBeVisible()
}

/** Starts a sign-in within the modal, cancels it by Escape in each step, then completes it. */
export async function walkModal(Modal: ModalFixture): Promise<void> {
  const { app, world, heard } = openApp(Modal)
  const { client, config } = world
  const { controls } = world.wallet
  await render(app)
  await expect.poll(() => config.state.status).toBe('disconnected')
  await userEvent.click(button('Open theirs'))
  await expect.element(button('Bid')).toBeVisible()

  async function expectBack(): Promise<void> {
    await expect.poll(ours).toBeNull()
    await expect.element(button('Bid')).toHaveFocus()
    expect(heard.closed).not.toHaveBeenCalled()
  }

  await userEvent.click(button('Bid'))
  await expectUsable(/^Choose a wallet/)
  expect(heard.blurred).toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  await expectBack()

  await userEvent.click(button('Bid'))
  await userEvent.click(page.getByRole('button', { name: /Harbour/ }))
  await controls.waitForPending()
  await expectUsable(/^Open .?Harbour/)
  await userEvent.keyboard('{Escape}')
  await expectBack()
  controls.reject()

  await userEvent.click(button('Bid'))
  await userEvent.click(page.getByRole('button', { name: /Harbour/ }))
  await controls.waitForPending()
  controls.approve()
  await controls.waitForPending({ method: 'personal_sign' })
  await expectUsable(/^Confirm in .?Harbour/)
  await userEvent.keyboard('{Escape}')
  await expectBack()
  controls.reject()

  await userEvent.click(button('Bid'))
  await controls.waitForPending({ method: 'personal_sign' })
  controls.approve()
  await expect.poll(() => getSession(client).status).toBe('signedIn')
  await expectBack()
  expect(heard.settled).toHaveBeenLastCalledWith(expect.objectContaining({ status: 'signedIn' }))
  // The app's modal still traps the focus.
  for (const _ of [1, 2, 3]) {
    await userEvent.keyboard('{Tab}')
    const { activeElement } = document
    expect(activeElement).not.toBe(button('Open theirs').query())
  }
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => heard.closed.mock.calls.length).toBeGreaterThan(0)
}
