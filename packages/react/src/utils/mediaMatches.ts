/** Whether a media query matches; not where the browser refuses to say. */
export function mediaMatches(query: string, window: Window = globalThis.window): boolean {
  try {
    return window.matchMedia(query).matches
  } catch {
    return false
  }
}
