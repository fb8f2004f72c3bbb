import { followWindow } from '../utils/followWindow.ts'

/** Keeps a dialog that is not modal above or below a field of the page, wherever there is more room. By CSSOM, which every policy allows. */
export function standClear(dialog: HTMLElement, field: HTMLElement): () => void {
  const place = () => {
    const { top, bottom } = field.getBoundingClientRect()
    const isBelow = innerHeight - bottom > top
    // Narrower, it is a sheet.
    const gap = innerWidth < 480 ? 0 : 16
    const room = (isBelow ? innerHeight - bottom : top) - gap - 8
    dialog.style.setProperty('z-index', '2147483647')
    dialog.style.setProperty('max-height', `${room}px`)
    const margin = isBelow ? `auto ${gap}px ${gap}px auto` : `${gap}px ${gap}px auto auto`
    dialog.style.setProperty('margin', margin)
  }
  const stop = followWindow(place)
  return () => {
    stop()
    for (const name of ['z-index', 'max-height', 'margin']) dialog.style.removeProperty(name)
  }
}
