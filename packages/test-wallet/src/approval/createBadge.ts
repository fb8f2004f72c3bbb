import type { TestWallet } from '../types/TestWallet.ts'
import { createElement } from './createElement.ts'
import { isWithin } from './isWithin.ts'

const presses = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const

/** A collapsed window: shows the number of open requests, and reopens. */
export function createBadge(wallet: TestWallet, onOpen: () => void) {
  const label = createElement('span')
  const button = createElement(
    'button',
    { type: 'button', class: 'badge', popover: 'manual', onclick: onOpen },
    createElement('img', {
      src: wallet.info.icon,
      alt: wallet.info.name,
      width: '24',
      height: '24',
    }),
    label,
  )

  // Under a modal of the page the badge is painted but inert: its press is intercepted on the way to the element below.
  function intercept(event: Event) {
    if (!isWithin(button, event as PointerEvent) || event.composedPath().includes(button)) return
    // A click by keyboard has no position.
    if (event.type === 'click' && (event as PointerEvent).detail === 0) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.type === 'click') onOpen()
  }

  function hide() {
    if (button.matches(':popover-open')) button.hidePopover()
    for (const press of presses) removeEventListener(press, intercept, true)
  }

  return {
    button,
    hide,
    show(count: number) {
      label.textContent = count === 1 ? '1 request open' : `${count} requests open`
      // Hidden first, so that it comes above a modal that the page has opened since.
      hide()
      button.showPopover()
      for (const press of presses) addEventListener(press, intercept, true)
    },
  }
}
