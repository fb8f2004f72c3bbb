import type { Connector } from 'wagmi'

/** A picture of 96 px is a few thousand characters. */
const maxDataLength = 262_144

/** RainbowKit's connectors keep theirs here, some of them as a function that loads it. */
interface Described {
  icon?: unknown
  rkDetails?: { iconUrl?: unknown } | undefined
}

const loaded = new WeakMap<object, string>()

/** What may be shown as a connector's picture: of one that announced itself only what needs no request. */
export function iconOf(connector: Connector, isStranger: boolean): string | undefined {
  const { icon, rkDetails } = connector as Described
  for (const one of [icon, rkDetails?.iconUrl]) {
    const text = typeof one === 'function' ? loaded.get(one) : one
    if (typeof text === 'string' && isPicture(text.trim(), isStranger)) return text.trim()
  }
  return undefined
}

/** Loads pictures that a dapp gave as functions. Calls back for each one that came. */
export function loadIcons(connectors: readonly Connector[], onLoad: () => void): void {
  for (const { icon, rkDetails } of connectors as readonly Described[])
    for (const one of [icon, rkDetails?.iconUrl])
      if (typeof one === 'function' && !loaded.has(one)) void load(one, onLoad)
}

async function load(give: object, onLoad: () => void): Promise<void> {
  try {
    const text: unknown = await (give as () => unknown)()
    if (typeof text !== 'string') return
    loaded.set(give, text)
    onLoad()
  } catch {
    // The first letter of its name is shown.
  }
}

function isPicture(text: string, isStranger: boolean): boolean {
  if (/^data:image\//i.test(text)) return text.length <= maxDataLength
  return !isStranger && text.length <= 2_048 && /^(https?:\/\/|blob:|\.{0,2}\/)/i.test(text)
}
