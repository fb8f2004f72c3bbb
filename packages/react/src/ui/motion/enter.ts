import { faintest, soft } from './curve.ts'
import { isStill } from './isStill.ts'

/** Below this width the dialog is a bottom sheet, as in the stylesheet. */
export const isSheet = (element: Element): boolean =>
  (element.ownerDocument.defaultView?.innerWidth ?? 0) < 480

/**
 * Brings the dialog in: a card rises, a sheet slides up. From the first frame its controls are in reach, and its text keeps its
 * contrast: it is never fainter than 85 %.
 */
export function enter(dialog: HTMLElement): void {
  if (isStill(dialog)) return
  const from = isSheet(dialog)
    ? { opacity: [faintest, 1], translate: ['0 48px', '0 0'] }
    : { opacity: [faintest, 1], translate: ['0 16px', '0 0'], scale: [0.97, 1] }
  dialog.animate(from, { duration: 240, easing: soft })
  dialog.animate({ opacity: [0, 1] }, { duration: 240, pseudoElement: '::backdrop' })
}
