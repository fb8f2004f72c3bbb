/** A seeded random source: the same seed gives the same run. */
export interface Random {
  /** In [0, 1). */
  next: () => number
  /** A whole number in [0, below). */
  int: (below: number) => number
  between: (least: number, most: number) => number
  chance: (probability: number) => boolean
  pick: <item>(items: readonly item[]) => item
  /** A separate source, so that draws from it do not shift the draws of others. */
  fork: (name: string) => Random
}

/** Mulberry32: 32 bits of state, good enough to choose faults. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  return {
    next,
    int,
    between: (least, most) => least + int(most - least + 1),
    chance: (probability) => next() < probability,
    pick: (items) => items[int(items.length)] as (typeof items)[number],
    fork: (name) => createRandom(hashText(name, Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b))),
  }
}

/** FNV-1a over UTF-16 units, continued from an earlier hash. */
export function hashText(text: string, from = 0x811c9dc5): number {
  let hash = from >>> 0
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash
}
