/** The events by which an application's modal, focus trap or scroll lock detects use outside of it. */
const types = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'touchmove'],
  ...['focus', 'blur', 'focusin', 'focusout', 'wheel'],
]

/**
 * Hides events within `host` from the page: the application's own modal below must not close, take the focus back or stop
 * the scrolling. Default actions still happen. Clicks reach React, and propagate no further.
 */
export function keepInside(host: HTMLElement): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const view = host.ownerDocument.defaultView ?? window
  const hold = (event: Event) => {
    if (event.composedPath().includes(host)) event.stopImmediatePropagation()
  }
  // Runs before any listener of the document.
  for (const type of types) view.addEventListener(type, hold, { capture: true, signal })
  host.addEventListener('click', (event) => event.stopPropagation(), { signal })
  return () => stop.abort()
}
