import { createElement } from './createElement.ts'
import { deepActiveElement } from './deepActiveElement.ts'
import { isWithin } from './isWithin.ts'

/**
 * The window itself. Modal only above a modal of the page, which would otherwise make it inert; else the page stays usable
 * beside it, as with a real wallet's window.
 */
export function createApprovalWindow(parameters: {
  host: HTMLElement
  /** Escape, the system's back gesture. */
  onClose: () => void
  /** A press beside the window, while it is modal. */
  onOutside: () => void
}) {
  const { host, onClose, onOutside } = parameters
  let returnTo: HTMLElement | undefined
  let isShown = false
  let focused: HTMLElement | undefined

  const dialog = createElement('dialog', {
    popover: 'manual',
    tabindex: '-1',
    'aria-labelledby': 'title',
    'aria-describedby': 'facts',
    oncancel: (event) => {
      event.preventDefault()
      onClose()
    },
    // A browser closes a dialog without asking if `cancel` was prevented once already.
    onclose: () => {
      if (isShown && !isOpen()) onClose()
    },
    onkeydown: (event) => {
      if ((event as KeyboardEvent).key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      onClose()
    },
    onfocusin: (event) => {
      focused = event.target as HTMLElement
      // The user may have continued in the page, or the page may have opened a modal of its own.
      const from = (event as FocusEvent).relatedTarget
      if (from instanceof HTMLElement && !dialog.contains(from)) returnTo = from
    },
    onpointerdown: (event) => {
      // The target of a press on the backdrop is the dialog itself.
      if (event.target === dialog && !isWithin(dialog, event as PointerEvent)) onOutside()
    },
  })

  const isOpen = () => dialog.open || dialog.matches(':popover-open')

  function close() {
    if (dialog.open) dialog.close()
    if (dialog.matches(':popover-open')) dialog.hidePopover()
  }

  /** Raises the window above everything that the page has opened. The focus is then in it, or stays where the user is. */
  function raise({ isModal, takesFocus = true }: { isModal: boolean; takesFocus?: boolean }) {
    if (!isShown) return
    // Read before showing, which moves the focus; a modal of the page may have taken it already.
    const own = focused !== undefined && dialog.contains(focused) ? focused : dialog
    const holder = deepActiveElement()
    const target = takesFocus || !holder || dialog.contains(holder) ? own : holder
    close()
    if (isModal) dialog.showModal()
    else dialog.showPopover()
    target.focus({ preventScroll: true })
  }

  return {
    dialog,
    raise,
    show(content: HTMLElement[], placement: { isModal: boolean }) {
      dialog.replaceChildren(...content)
      if (!isShown) {
        returnTo = deepActiveElement()
        isShown = true
        raise(placement)
      }
      // Neither button is focused: a key still held from the page would decide.
      dialog.focus({ preventScroll: true })
    },
    hide() {
      if (!isShown) return
      isShown = false
      const hadFocus = dialog.contains(host.shadowRoot?.activeElement ?? null)
      close()
      if (hadFocus && returnTo?.isConnected) returnTo.focus({ preventScroll: true })
      returnTo = undefined
    },
  }
}
