import type { PageEvent } from '../types/Platform.ts'

/** Reports the page's lifecycle: hidden, visible, frozen, resumed, in and out of the back/forward cache, offline, online. */
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
