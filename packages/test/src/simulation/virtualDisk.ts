import type { RowTable } from '../../../core/src/storage/RowTable.ts'
import type { World } from './createWorld.ts'
import type { VirtualTab } from './VirtualTab.ts'

/** The storage of one origin, and its faults. */
export interface VirtualDisk {
  /** The rows as one tab accesses them. */
  table: (tab: VirtualTab) => RowTable
  row: (key: string) => unknown
  keys: () => string[]
  copy: () => Map<string, unknown>
  clear: () => void
  /** Makes writes fail; `says so`: they report a failure, but are stored. */
  setFull: (isFull: boolean | 'says so') => void
  /** How often a read outside a transaction returns an older value. */
  setStale: (probability: number) => void
  wasStale: () => boolean
  /** The longest duration of an operation. */
  setSlowness: (mostMs: number) => void
  /** Called for every row that is written. */
  onWrite: (
    listener: (key: string, value: unknown, before: unknown, tab: VirtualTab) => void,
  ) => void
}

interface Version {
  at: number
  value: unknown
}

const keptVersions = 6

export function virtualDisk(world: World, rows: Map<string, unknown> = new Map()): VirtualDisk {
  const past = new Map<string, Version[]>()
  const listeners: ((key: string, value: unknown, before: unknown, tab: VirtualTab) => void)[] = []
  let isFull: boolean | 'says so' = false
  let staleness = 0
  let wasStale = false
  let slownessMs = 4

  function put(key: string, value: unknown, tab: VirtualTab): void {
    const versions = past.get(key) ?? []
    const before = rows.get(key)
    versions.push({ at: world.now(), value: before })
    if (versions.length > keptVersions) versions.shift()
    past.set(key, versions)
    if (value === undefined) rows.delete(key)
    else rows.set(key, freeze(value))
    for (const listener of listeners) listener(key, value, before, tab)
  }

  /** The value at an earlier time. */
  function valueAt(key: string, time: number): unknown {
    const next = past.get(key)?.find((version) => version.at > time)
    return next ? next.value : rows.get(key)
  }

  function table(tab: VirtualTab): RowTable {
    const { random } = tab
    const spans = (): [number, number] => [
      random.chance(0.7) ? 0 : random.int(slownessMs),
      random.chance(0.7) ? 0 : random.int(slownessMs),
    ]
    return {
      get: (keys) =>
        tab.operate('read', spans(), () => {
          const isStale = staleness > 0 && random.chance(staleness)
          if (!isStale) return keys.map((key) => rows.get(key))
          const time = world.now() - random.between(1, 2_000)
          return keys.map((key) => valueAt(key, time))
        }),
      entries: () => tab.operate('list', spans(), () => [...rows]),
      transact: (keys, change) =>
        tab.operate('write', spans(), () => {
          const writes = change(keys.map((key) => rows.get(key)))
          if (!writes) return false
          if (isFull === true) throw new Error('QuotaExceededError')
          for (const [key, value] of writes) put(key, value, tab)
          if (isFull) throw new Error('TimeoutError')
          return true
        }),
      close() {},
    }
  }

  return {
    table,
    row: (key) => rows.get(key),
    keys: () => [...rows.keys()],
    copy: () => new Map(rows),
    clear() {
      rows.clear()
      past.clear()
    },
    setFull(value) {
      isFull = value
    },
    setStale(probability) {
      staleness = probability
      if (probability > 0) wasStale = true
    },
    wasStale: () => wasStale,
    setSlowness(mostMs) {
      slownessMs = mostMs
    },
    onWrite: (listener) => void listeners.push(listener),
  }
}

/** A stored value is a copy: a change of the original object does not affect it. */
function freeze(value: unknown): unknown {
  const copy = { ...(value as Record<string, unknown>) }
  if (typeof copy.record === 'object') copy.record = Object.freeze({ ...copy.record })
  return Object.freeze(copy)
}
