import { followTheme } from './followTheme.ts'

const colours = ['accent', 'on-accent', 'danger', 'success', 'focus', 'line', 'text', 'text-quiet']
const surfaces = ['surface', 'surface-raised', 'surface-sunken']
const names = [...colours, ...surfaces, 'radius', 'font'].map((name) => `--takokit-${name}`)

/**
 * Copies to the host what an ancestor of the opener sets and the host does not inherit. Uses CSSOM, which every policy
 * allows. The theme is followed until the returned function is called.
 */
export function copyLook(opener: Element, host: HTMLElement): () => void {
  const there = getComputedStyle(opener)
  const here = getComputedStyle(host)
  for (const name of names) {
    const value = there.getPropertyValue(name)
    if (value !== here.getPropertyValue(name)) host.style.setProperty(name, value || 'initial')
  }
  const page = opener.closest('.takokit')?.parentElement ?? opener
  const { fontFamily } = getComputedStyle(page)
  const isOwnFont = there.getPropertyValue('--takokit-font') === ''
  if (isOwnFont && fontFamily !== here.fontFamily)
    host.style.setProperty('--takokit-font', fontFamily)
  if (there.direction !== here.direction) host.dir = there.direction
  return followTheme(opener, host)
}
