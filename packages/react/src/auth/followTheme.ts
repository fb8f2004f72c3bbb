/** Copies the theme of the opener's root to the host, and follows it. Returns a function that stops it. */
export function followTheme(opener: Element, host: HTMLElement): () => void {
  const root = opener.closest<HTMLElement>('[data-takokit-theme]')
  if (!root || root.contains(host)) return () => {}
  const follow = () => {
    host.dataset.takokitTheme = root.dataset.takokitTheme
  }
  follow()
  const observer = new MutationObserver(follow)
  observer.observe(root, { attributeFilter: ['data-takokit-theme'] })
  return () => observer.disconnect()
}
