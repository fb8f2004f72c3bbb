import { devtoolsCss } from './devtoolsCss.ts'
import { hostCss } from './hostCss.ts'

const sheets = new Map<string, CSSStyleSheet>()

/**
 * Styles a shadow root of the panel, and the page's elements that hold one. A constructed stylesheet is no inline style: every
 * policy allows it.
 */
export function adoptStyles(root: ShadowRoot): void {
  adopt(root, devtoolsCss)
  adopt(root.ownerDocument, hostCss)
}

function adopt(root: ShadowRoot | Document, text: string): void {
  const sheet = sheets.get(text) ?? new CSSStyleSheet()
  if (!sheets.has(text)) {
    sheets.set(text, sheet)
    sheet.replaceSync(text)
  }
  if (!root.adoptedStyleSheets.includes(sheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}
