/** What was made for a document: a sheet can be adopted only there. */
const made = new WeakMap<Document, Map<string, CSSStyleSheet>>()

/**
 * Adds rules to the document or shadow root of an element, once: in `@layer takokit` if `styles.layer.css` is used there.
 * A constructed stylesheet is no inline style: every policy allows it.
 */
export function adoptLateStyles(element: Element | null, text: string): void {
  const root = element?.getRootNode() as Document | ShadowRoot | undefined
  const view = element?.ownerDocument.defaultView
  if (!element || !root || !view || !('adoptedStyleSheets' in root)) return
  const isLayered = view.getComputedStyle(element).getPropertyValue('--tk-in') !== ''
  try {
    const sheet = sheetOf(element.ownerDocument, isLayered ? `@layer takokit{${text}}` : text)
    if (!root.adoptedStyleSheets.includes(sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  } catch {
    // A page may hide the constructor: the controls are complete without these rules.
  }
}

function sheetOf(document: Document, text: string): CSSStyleSheet {
  const sheets = made.get(document) ?? new Map<string, CSSStyleSheet>()
  made.set(document, sheets)
  const old = sheets.get(text)
  if (old) return old
  const view = document.defaultView as Window & typeof globalThis
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(text)
  sheets.set(text, sheet)
  return sheet
}
