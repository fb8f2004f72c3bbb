import { adoptSheet } from './adoptSheet.ts'

/** Adds rules to the document or shadow root of an element: in `@layer takokit` if `styles.layer.css` is used there. */
export function adoptLateStyles(element: Element | null, text: string): void {
  const style = element?.ownerDocument.defaultView?.getComputedStyle(element)
  if (!element || !style) return
  const isLayered = style.getPropertyValue('--tk-in') !== ''
  adoptSheet(element, isLayered ? `@layer takokit{${text}}` : text)
}
