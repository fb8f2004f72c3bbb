import type { Connector } from 'wagmi'
import { kitDetailsOf } from './kitDetailsOf.ts'

/** An icon of 96 px is a few thousand characters. Of those that RainbowKit brings, the longest has 388 440. */
const maxLength = 262_144
const maxOwnLength = 1_048_576

const loaded = new WeakMap<object, string>()

/** The icon to show for a connector: for an announced one, only if it needs no request. */
export function iconOf(connector: Connector, isStranger: boolean): string | undefined {
  for (const one of iconsOf(connector)) {
    const text = typeof one === 'function' ? loaded.get(one) : one
    if (typeof text === 'string' && isPicture(text.trim(), isStranger)) return text.trim()
  }
  return undefined
}

/** Loads icons that an application gave as functions. Calls back for each one that loaded. */
export function loadIcons(connectors: readonly Connector[], onLoad: () => void): void {
  for (const connector of connectors)
    for (const one of iconsOf(connector))
      if (typeof one === 'function' && !loaded.has(one)) void load(one, onLoad)
}

/** RainbowKit's are apart from wagmi's, some as a function that loads them. */
const iconsOf = (connector: Connector): unknown[] => [
  connector.icon,
  kitDetailsOf(connector).iconUrl,
]

async function load(give: object, onLoad: () => void): Promise<void> {
  try {
    const text: unknown = await (give as () => unknown)()
    if (typeof text !== 'string') return
    loaded.set(give, text)
    onLoad()
  } catch {
    // Otherwise the first letter of its name is shown.
  }
}

function isPicture(text: string, isStranger: boolean): boolean {
  if (/^data:image\//i.test(text)) return text.length <= (isStranger ? maxLength : maxOwnLength)
  return !isStranger && text.length <= 2_048 && /^(https?:\/\/|blob:|\.{0,2}\/)/i.test(text)
}
