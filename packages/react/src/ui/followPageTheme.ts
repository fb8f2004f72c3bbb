import { pageTheme } from './pageTheme.ts'
import { parentOf } from './parentOf.ts'

/** Gives an element the theme of the page around it, and follows that. Returns what stops it. */
export function followPageTheme(element: HTMLElement): () => void {
  const follow = () => {
    element.dataset.takokitTheme = pageTheme(element)
  }
  follow()
  const observer = new MutationObserver(follow)
  for (let at = parentOf(element); at; at = parentOf(at)) observer.observe(at, { attributes: true })
  // Stylesheets come and go, and may ask what the system wants.
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  const query = matchMedia('(prefers-color-scheme: dark)')
  query.addEventListener('change', follow)
  return () => {
    observer.disconnect()
    query.removeEventListener('change', follow)
  }
}
