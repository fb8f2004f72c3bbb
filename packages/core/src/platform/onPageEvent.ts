import type { PageEvent } from '../types/Platform.ts'

/** Follows the page's life: hidden and shown, frozen and thawed, put away and brought back, off and on the network. */
export function onPageEvent(listener: (event: PageEvent) => void): () => void {
  const stop = new AbortController()
  const on = (target: EventTarget, name: string, event?: PageEvent) =>
    target.addEventListener(name, () => listener(event ?? document.visibilityState), {
      signal: stop.signal,
    })
  on(document, 'visibilitychange')
  on(document, 'resume', 'resume')
  on(window, 'pageshow', 'resume')
  on(window, 'focus', 'resume')
  on(window, 'online', 'online')
  on(window, 'pagehide', 'pagehide')
  return () => stop.abort()
}
