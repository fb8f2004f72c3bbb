import type { TestWallet } from '../types/TestWallet.ts'
import { approvalStyles } from './approvalStyles.ts'
import { createApprovalWindow } from './createApprovalWindow.ts'
import { createBadge } from './createBadge.ts'
import { createElement } from './createElement.ts'
import { findPageModals } from './findPageModals.ts'
import { renderRequest } from './renderRequest.ts'
import { watchPageModals } from './watchPageModals.ts'
import { watchPagePopovers } from './watchPagePopovers.ts'

export type MountApprovalOptions = {
  /** The colours of the window. @default 'system' */
  theme?: 'light' | 'dark' | 'system'
}

/**
 * Shows a small window in the corner of the page, as a wallet extension does, for every request that waits for the user;
 * returns a function that removes it. Needs `approval: 'manual'`, and a browser. It uses no inline style and no inline script,
 * and stays usable above a modal dialog or a popover of the page.
 *
 * @example
 * const wallet = createTestWallet({ approval: 'manual' })
 * wallet.announce()
 * const unmount = mountApproval(wallet)
 * unmount()
 */
export function mountApproval(
  wallet: TestWallet,
  container: HTMLElement = document.body,
  options: MountApprovalOptions = {},
): () => void {
  const { controls } = wallet
  const host = createElement('div', {
    'data-takokit-approval': '',
    'data-theme': options.theme ?? 'system',
  })
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(approvalStyles)
  root.adoptedStyleSheets = [sheet]

  let shown: { id: number; count: number } | undefined
  let below: readonly Element[] = []
  /** Requests that the user dismissed wait behind the badge; a later one is shown. */
  const foldedIds = new Set<number>()
  /** Requests from a modal that is gone: the next one is about something else. */
  const staleIds = new Set<number>()
  const unfoldedIds = new Set<number>()

  const popup = createApprovalWindow({
    host,
    onClose: () => {
      if (shown !== undefined) controls.close(shown.id)
    },
    onOutside: () => {
      for (const { id } of controls.pending) foldedIds.add(id)
      update()
    },
  })
  const badge = createBadge(wallet, () => {
    foldedIds.clear()
    for (const { id } of controls.pending) unfoldedIds.add(id)
    update()
  })
  root.append(popup.dialog, badge.button)
  container.append(host)

  const isBelow = (modals: readonly Element[]) =>
    modals.length === below.length && modals.every((modal, at) => modal === below[at])

  function followModals() {
    const modals = findPageModals(host)
    if (isBelow(modals)) return
    if (modals.length === 0) {
      foldedIds.clear()
      for (const { id } of controls.pending) staleIds.add(id)
    } else if (below.length === 0) for (const id of staleIds) foldedIds.add(id)
    below = modals
    popup.raise({ isModal: modals.length > 0 })
  }

  function update() {
    const { pending } = controls
    followModals()
    const request = pending.find(
      ({ id, isHeld }) => !foldedIds.has(id) && (!isHeld || unfoldedIds.has(id)),
    )
    if (request === undefined) {
      shown = undefined
      popup.hide()
      if (pending.length > 0) badge.show(pending.length)
      else badge.hide()
      return
    }
    badge.hide()
    // The wallet also emits changes that do not show here; rendering again would take the focus from a button.
    if (shown?.id === request.id && shown.count === pending.length) return
    shown = { id: request.id, count: pending.length }
    popup.show(renderRequest(wallet, request), { isModal: below.length > 0 })
  }

  const followPage = () => {
    if (!isBelow(findPageModals(host))) update()
  }

  const stopWallet = controls.subscribe(update)
  const stopPage = watchPageModals(followPage)
  const stopPopovers = watchPagePopovers(() => {
    const isModal = below.length > 0
    popup.raise({ isModal, takesFocus: isModal })
  })
  update()

  return () => {
    stopWallet()
    stopPage()
    stopPopovers()
    popup.hide()
    badge.hide()
    host.remove()
  }
}
