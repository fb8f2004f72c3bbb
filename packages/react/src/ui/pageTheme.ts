import { parentOf } from './parentOf.ts'

export type PageTheme = 'light' | 'dark' | 'system'

/**
 * The page's theme around an element: the nearest class `light` or `dark`, attribute of a theme (`data-theme`, `data-mode`
 * and their kind) or `color-scheme`. `system` if there is none.
 */
export function pageTheme(element: Element): PageTheme {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    const said = markOf(at) ?? schemeOf(at)
    if (said) return said
  }
  return 'system'
}

/** By the attributes that theme libraries set on an element. */
function markOf({ attributes }: Element): PageTheme | undefined {
  for (const { name, value } of attributes) {
    if (/^data-(dark|light)$/.test(name)) return name.slice(5) as PageTheme
    const said = /(?:^|\s)(light|dark|system)(?:\s|$)/.exec(value)?.[1]
    if (said && /^class$|^data-.*(theme|mode|scheme)$/.test(name)) return said as PageTheme
  }
  return undefined
}

/** By `color-scheme`, at the element that sets it. */
function schemeOf(element: Element): PageTheme | undefined {
  const scheme = ownScheme(element)
  const parent = parentOf(element)
  return scheme === (parent && ownScheme(parent)) ? undefined : scheme
}

function ownScheme(element: Element): PageTheme | undefined {
  const { colorScheme } = getComputedStyle(element)
  return /^(?:only )?(light|dark)(?: only)?$/.exec(colorScheme)?.[1] as PageTheme | undefined
}
