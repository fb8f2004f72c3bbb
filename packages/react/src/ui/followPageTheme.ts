import { pageTheme } from './pageTheme.ts'
import { parentOf } from './parentOf.ts'

/** Applies the theme of the surrounding page to an element, and follows it. Returns a function that stops it. */
export function followPageTheme(element: HTMLElement): () => void {
  const follow = () => {
    element.dataset.takokitTheme = pageTheme(element)
  }
  follow()
  const observer = new MutationObserver(follow)
  for (let at = parentOf(element); at; at = parentOf(at)) observer.observe(at, { attributes: true })
  // Stylesheets are added and removed, and may query the system's theme.
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  const stop = new AbortController()
  try {
    const query = matchMedia('(prefers-color-scheme: dark)')
    query.addEventListener('change', follow, { signal: stop.signal })
  } catch {
    // Some web views have none: the page's own theme is still followed.
  }
  return () => {
    observer.disconnect()
    stop.abort()
  }
}
