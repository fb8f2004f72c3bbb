export type Rule = readonly [selector: string, declarations: string]

/** Rules within `.takokit` as text, as heavy as those of `styles.css`. */
export const weigh = (rules: readonly Rule[]): string =>
  rules.map(([selector, body]) => `.takokit:not(#t#k) ${selector}{${body}}`).join('')
