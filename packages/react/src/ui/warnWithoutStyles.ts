import { hasStyles } from '../utils/hasStyles.ts'
import { warnInDevelopment } from '../utils/warnInDevelopment.ts'
import { whenPageIsIdle } from './whenPageIsIdle.ts'

const text =
  'The stylesheet of @takokit/react is not on this page: import "@takokit/react/styles.css" once, or "@takokit/react/styles.layer.css". In a shadow root or a frame it belongs inside of that.'

/**
 * Warns once, after the page has loaded, that a root of the kit has no styles. Development only. Returns a function that
 * stops it.
 */
export function warnWithoutStyles(root: Element): () => void {
  const { documentElement, defaultView: view } = root.ownerDocument
  const look = () => {
    // Without layout, as in tests without a browser, no styles are missing.
    if (!root.isConnected || documentElement.getBoundingClientRect().width === 0) return
    if (!hasStyles(root)) warnInDevelopment(text)
  }
  let stop = () => {}
  const wait = () => {
    stop = whenPageIsIdle(look)
  }
  if (root.ownerDocument.readyState === 'complete') wait()
  else view?.addEventListener('load', wait, { once: true })
  return () => {
    view?.removeEventListener('load', wait)
    stop()
  }
}
