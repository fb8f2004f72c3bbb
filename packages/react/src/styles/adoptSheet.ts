/** What was made for a document: a sheet can be adopted only there. */
const made = new WeakMap<Document, Map<string, CSSStyleSheet>>()

/**
 * Adds rules to the document or shadow root of an element, once. A constructed stylesheet is no inline style: every policy
 * allows it, and it skips rules that a browser does not know.
 */
export function adoptSheet(element: Element, text: string): void {
  const root = element.getRootNode() as Document | ShadowRoot
  if (!element.ownerDocument.defaultView || !('adoptedStyleSheets' in root)) return
  try {
    const sheet = sheetOf(element.ownerDocument, text)
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
