import { recoverMessageAddress } from 'viem'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { connectedWallet, firstAddress } from '../testing/connectedWallet.ts'
import type { CreateTestWalletParameters } from '../types/CreateTestWalletParameters.ts'
import { mountApproval } from './mountApproval.ts'

const message = 'Welcome\n\nACCOUNT:\n0xf39F\n\n  <b>ISSUED AT</b>:\nnow\n\n'
const cleanups: (() => void)[] = []

beforeEach(() => page.viewport(1000, 720))

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
  document.body.replaceChildren()
})

/** A page with a button and a modal dialog to open, and a wallet whose window is mounted. */
function setup(parameters: CreateTestWalletParameters = {}) {
  document.body.innerHTML = `
    <button id="start">Start</button><p>Some page</p>
    <dialog id="modal"><button id="cancel">Cancel</button></dialog>`
  const start = document.querySelector<HTMLElement>('#start') as HTMLElement
  const modal = document.querySelector('dialog') as HTMLDialogElement
  const cancel = document.querySelector<HTMLElement>('#cancel') as HTMLElement
  const wallet = connectedWallet({ approval: 'manual', ...parameters })
  cleanups.push(mountApproval(wallet))
  const host = document.querySelector<HTMLElement>('[data-takokit-approval]') as HTMLElement
  const root = host.shadowRoot as ShadowRoot
  const popup = root.querySelector('dialog') as HTMLDialogElement
  return { ...wallet, start, modal, cancel, host, root, popup }
}

const approve = page.getByRole('button', { name: 'Approve' })
const reject = page.getByRole('button', { name: 'Reject' })

test('default', async () => {
  const { sign, start, popup } = setup()
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  start.focus()
  const answer = sign(message)
  await expect.element(page.getByRole('dialog', { name: 'Sign this message?' })).toBeVisible()
  await expect
    .element(page.getByRole('dialog'))
    .toHaveAccessibleDescription(/Site.*Account 0xf39Fd6…b92266/)
  expect(popup.querySelector('pre')?.textContent).toBe(message)
  expect(popup.querySelector('pre')?.clientHeight).toBeGreaterThanOrEqual(7 * 20)

  await approve.click()
  expect(await recoverMessageAddress({ message, signature: await answer })).toBe(firstAddress)
  expect(popup.matches(':popover-open')).toBe(false)
  expect(document.activeElement).toBe(start)
})

test('behavior: connecting, and the page stays usable beside the window', async () => {
  const { request, start } = setup({ isAuthorized: false })
  const onClick = vi.fn()
  start.addEventListener('click', onClick)
  const answer = expect(request('eth_requestAccounts')).rejects.toMatchObject({ code: 4001 })
  await expect.element(page.getByRole('dialog', { name: 'Connect to this site?' })).toBeVisible()
  await userEvent.click(start)
  expect(onClick).toHaveBeenCalledOnce()
  await reject.click()
  await answer
  // The user's last place in the page, although they opened the window without focus.
  expect(document.activeElement).toBe(start)
})

test('behavior: keyboard', async () => {
  const { sign, start, root } = setup()
  start.focus()
  const approved = sign(message)
  const reached: (string | null | undefined)[] = []
  for (let tab = 0; tab < 4; tab++) {
    await userEvent.keyboard('{Tab}')
    reached.push(root.activeElement?.ariaLabel ?? root.activeElement?.textContent)
  }
  expect(reached).toEqual(['Close', 'Message', 'Reject', 'Approve'])
  await userEvent.keyboard('{Enter}')
  await approved
  expect(document.activeElement).toBe(start)
})

test('behavior: a key still held from the page decides nothing', async () => {
  const { sign, controls } = setup()
  void sign(message)
  await userEvent.keyboard('{Enter}')
  await userEvent.keyboard(' ')
  expect(controls.pending).toHaveLength(1)
})

test('behavior: Escape and the close button close the window, and the page does not see the key', async () => {
  const { sign } = setup()
  const onKey = vi.fn()
  document.addEventListener('keydown', onKey)
  cleanups.push(() => document.removeEventListener('keydown', onKey))
  const first = expect(sign(message)).rejects.toMatchObject({ code: 4001 })
  await userEvent.keyboard('{Escape}')
  await first
  expect(onKey).not.toHaveBeenCalled()

  const second = expect(sign(message)).rejects.toMatchObject({ code: 4001 })
  await page.getByRole('button', { name: 'Close' }).click()
  await second
})

test('behavior: over a modal of the page', async () => {
  const { sign, modal, cancel, popup } = setup()
  modal.showModal()
  cancel.focus()
  const answer = sign(message)
  expect(popup.matches(':modal')).toBe(true)
  await approve.click()
  await answer
  expect(popup.open).toBe(false)
  expect(modal.open).toBe(true)
  expect(document.activeElement).toBe(cancel)
})

test('behavior: Escape over a modal of the page leaves that open', async () => {
  const { sign, modal } = setup()
  modal.showModal()
  for (const attempt of ['first', 'second', 'third']) {
    const answer = expect(sign(attempt)).rejects.toMatchObject({ code: 4001 })
    await userEvent.keyboard('{Escape}')
    await answer
    expect(modal.open).toBe(true)
  }
})

test('behavior: a modal that the page opens later does not cover the window', async () => {
  const { sign, modal, popup, root } = setup()
  const answer = sign(message)
  reject.element().focus()
  modal.showModal()
  await vi.waitUntil(() => popup.matches(':modal'), 20_000)
  expect(root.activeElement?.textContent).toBe('Reject')
  await approve.click()
  await answer
  expect(modal.open).toBe(true)
})

test('behavior: a popover that the page opens later does not cover the window, and keeps the focus', async () => {
  const { sign, popup } = setup()
  const answer = sign(message)
  const cover = document.createElement('div')
  cover.popover = 'manual'
  cover.innerHTML = '<button>Here</button>'
  document.body.append(cover)
  const raised = new Promise((resolve) => {
    popup.addEventListener('toggle', resolve, { once: true })
  })
  Object.assign(cover.style, { inset: '0', inlineSize: '100%', blockSize: '100%' })
  cover.showPopover()
  cover.querySelector('button')?.focus()
  await raised
  expect(document.activeElement).toBe(cover.querySelector('button'))
  await approve.click()
  await answer
})

test.each([
  ['closes', (modal: HTMLDialogElement) => modal.close()],
  ['removes', (modal: HTMLDialogElement) => modal.remove()],
])('behavior: when the page %s its modal, the page is usable beside the window', async (_, end) => {
  const { sign, modal, popup, start } = setup()
  modal.showModal()
  const answer = sign(message)
  end(modal)
  await vi.waitUntil(() => popup.matches(':popover-open:not(:modal)'), 20_000)
  await userEvent.click(start)
  expect(document.activeElement).toBe(start)
  await approve.click()
  await answer
})

test('behavior: a press beside the window folds it, so that the modal below can be used', async () => {
  const { sign, modal, cancel, controls, popup, root } = setup()
  const onCancel = vi.fn()
  const onModalClick = vi.fn()
  cancel.addEventListener('click', onCancel)
  modal.addEventListener('pointerdown', onModalClick)
  modal.showModal()
  const answer = sign(message)

  await userEvent.click(document.documentElement, { position: { x: 8, y: 600 } })
  expect(popup.open).toBe(false)
  expect(controls.pending).toHaveLength(1)
  await userEvent.click(cancel)
  expect(onCancel).toHaveBeenCalledOnce()

  // Still under the modal, and inert: the press reaches the badge nevertheless, and not the modal.
  onModalClick.mockClear()
  await userEvent.click(document.documentElement, {
    position: centreOf(root.querySelector('.badge') as Element),
  })
  expect(onModalClick).not.toHaveBeenCalled()
  expect(popup.matches(':modal')).toBe(true)
  await approve.click()
  await answer
})

test('behavior: a folded window comes back when the modal goes', async () => {
  const { sign, modal, popup } = setup()
  modal.showModal()
  const answer = sign(message)
  await userEvent.click(document.documentElement, { position: { x: 8, y: 600 } })
  expect(popup.matches(':popover-open')).toBe(false)
  modal.close()
  await approve.click()
  await answer
})

test('behavior: a request from a modal that is gone waits while another modal is open, and a new one is shown', async () => {
  const { sign, modal, cancel, popup } = setup()
  const onCancel = vi.fn()
  cancel.addEventListener('click', onCancel)
  modal.showModal()
  void sign(message)
  await expect.element(approve).toBeVisible()
  modal.close()
  await expect.poll(() => popup.matches(':popover-open:not(:modal)')).toBe(true)
  modal.showModal()
  await expect.poll(() => popup.open).toBe(false)
  await userEvent.click(cancel)
  expect(onCancel).toHaveBeenCalledOnce()
  const next = sign(`${message}again`)
  await approve.click()
  expect(await recoverMessageAddress({ message: `${message}again`, signature: await next })).toBe(
    firstAddress,
  )
})

test('behavior: a held request waits behind the badge', async () => {
  const { sign, controls } = setup({ approval: 'auto' })
  controls.next('hold')
  const answer = sign(message)
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Test Wallet 1 request open' }).click()
  await approve.click()
  await answer
  await expect.element(page.getByRole('button', { name: /request/ })).not.toBeInTheDocument()
})

test('behavior: one request after the other, with the focus kept in the window', async () => {
  const { sign, controls, popup, root } = setup()
  const answers = [sign('first'), sign('second')]
  await expect.element(page.getByText('+1 more')).toBeVisible()
  await approve.click()
  await answers[0]
  expect(popup.querySelector('pre')?.textContent).toBe('second')
  expect(root.activeElement).toBe(popup)

  // Invisible changes of the wallet keep the focus.
  approve.element().focus()
  controls.switchAccount(1)
  expect(root.activeElement?.textContent).toBe('Approve')
  await userEvent.keyboard('{Enter}')
  await answers[1]
})

test('behavior: unmounting takes everything away and leaves the request open', () => {
  const { sign, controls, start } = setup()
  start.focus()
  void sign(message)
  for (const cleanup of cleanups.splice(0)) cleanup()
  expect(document.querySelector('[data-takokit-approval]')).toBe(null)
  expect(document.activeElement).toBe(start)
  expect(controls.pending).toHaveLength(1)
})

test('parameters: theme', () => {
  const surfaces = (['light', 'dark'] as const).map((theme) => {
    const wallet = connectedWallet({ approval: 'manual' })
    const unmount = mountApproval(wallet, document.body, { theme })
    void wallet.sign(message)
    const root = document.querySelector('[data-takokit-approval]')?.shadowRoot
    const surface = getComputedStyle(root?.querySelector('dialog') as Element).backgroundColor
    unmount()
    return surface
  })
  expect(surfaces).toEqual(['oklch(1 0 0)', 'oklch(0.235 0.012 275)'])
})

test('behavior: fits a screen 320 px wide', async () => {
  await page.viewport(320, 480)
  const { sign, popup } = setup()
  void sign(`${message}${'long'.repeat(200)}`)
  await Promise.all(popup.getAnimations().map((animation) => animation.finished))
  const { left, right, bottom } = popup.getBoundingClientRect()
  expect([left, right]).toEqual([8, 312])
  expect(bottom).toBeLessThanOrEqual(480)
  expect(popup.scrollWidth).toBeLessThanOrEqual(popup.clientWidth)
  await expect.element(approve).toBeInViewport({ ratio: 1 })
})

function centreOf(element: Element) {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
}
