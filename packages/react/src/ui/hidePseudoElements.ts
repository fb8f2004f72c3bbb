import { adoptSheet } from '../styles/adoptSheet.ts'

const rules = ['::scroll-button(*)', '::details-content::before', '::details-content::after']
  .map((name) => `.takokit:not(#t#k) ${name} { content: none }`)
  .join('\n')

/**
 * Removes the boxes that a page's `*::scroll-button(*)` adds to a root. Not in the stylesheet, because the CSS tools of
 * applications do not parse these selectors.
 */
export function hidePseudoElements(root: Element): void {
  adoptSheet(root, rules)
}
