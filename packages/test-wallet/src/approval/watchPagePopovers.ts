/** Calls `onOpened` after a popover of the page has opened above what was open; returns a function that stops it. */
export function watchPagePopovers(onOpened: () => void): () => void {
  const onToggle = (event: Event) => {
    if ((event as ToggleEvent).newState === 'open') onOpened()
  }
  // It does not bubble, and those within shadow roots, the wallet's own among them, do not arrive here.
  document.addEventListener('toggle', onToggle, true)
  return () => document.removeEventListener('toggle', onToggle, true)
}
