import { adoptSheet } from '../styles/adoptSheet.ts'

const hidden = ['::scroll-button(*)', '::details-content::before', '::details-content::after']
  .map((name) => `.takokit:not(#t#k) ${name} { content: none }`)
  .join('\n')
// What a page gives to selected text is inherited from its root, which a revert does not undo.
const selection = ['::selection', ' ::selection'].map(
  (name) =>
    `.takokit:not(#t#k)${name} { color: HighlightText; background: Highlight; text-shadow: none; ` +
    'text-decoration: none; -webkit-text-fill-color: initial }',
)
const rules = [hidden, ...selection].join('\n')

/**
 * Removes the boxes that a page's `*::scroll-button(*)` adds to a root, and its colours of selected text. Not in the
 * stylesheet, because the CSS tools of applications do not parse these selectors.
 */
export function hidePseudoElements(root: Element): void {
  adoptSheet(root, rules)
}
