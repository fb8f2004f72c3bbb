/** What tells an app's own modal, its focus trap or its scroll lock, that something outside of it is used. */
const types = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'touchmove'],
  ...['focus', 'blur', 'focusin', 'focusout', 'wheel'],
]

/**
 * Keeps from the page what is done within `host`: an app's own modal below must not close, take the focus back or stop the
 * scrolling. What these events do by default still happens. Clicks reach React, and go no further.
 */
export function keepInside(host: HTMLElement): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const view = host.ownerDocument.defaultView ?? window
  const hold = (event: Event) => {
    if (event.composedPath().includes(host)) event.stopImmediatePropagation()
  }
  // Before any listener of the document.
  for (const type of types) view.addEventListener(type, hold, { capture: true, signal })
  host.addEventListener('click', (event) => event.stopPropagation(), { signal })
  return () => stop.abort()
}
