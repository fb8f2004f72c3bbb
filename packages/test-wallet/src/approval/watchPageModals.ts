/** Calls `onMaybeChanged` after modal dialogs of the page may have opened or closed; returns a function that stops it. */
export function watchPageModals(onMaybeChanged: () => void): () => void {
  const observer = new MutationObserver(onMaybeChanged)
  // Added and removed nodes as well: React removes an open dialog without closing it.
  observer.observe(document, {
    attributes: true,
    attributeFilter: ['open'],
    childList: true,
    subtree: true,
  })
  return () => observer.disconnect()
}
