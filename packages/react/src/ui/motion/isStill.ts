import { mediaMatches } from '../../utils/mediaMatches.ts'

/** Whether an element stays still: the user asks for that, it is not drawn, or the browser moves nothing. */
export function isStill(element: Element): boolean {
  const { defaultView } = element.ownerDocument
  if (!defaultView || element.getBoundingClientRect().height === 0) return true
  try {
    // Absent in old browsers; where it is refused, it throws.
    element.animate(null).cancel()
  } catch {
    return true
  }
  return mediaMatches('(prefers-reduced-motion: reduce)', defaultView)
}
