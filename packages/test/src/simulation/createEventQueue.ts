interface Entry {
  dueAt: number
  order: number
  run: () => void
  isStopped: boolean
  /** Its time continues during sleep. */
  hastens: boolean
}

/** Pending events, soonest first; events due at the same time keep the order in which they were added. A binary heap. */
export function createEventQueue() {
  let heap: Entry[] = []
  let order = 0

  const isBefore = (one: Entry, other: Entry) =>
    one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.order < other.order)

  function rise(entry: Entry): void {
    let at = heap.push(entry) - 1
    while (at > 0) {
      const parentAt = (at - 1) >> 1
      const parent = heap[parentAt] as Entry
      if (!isBefore(entry, parent)) break
      heap[at] = parent
      heap[parentAt] = entry
      at = parentAt
    }
  }

  function removeFirst(): Entry | undefined {
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last || first === last) return first
    let at = 0
    for (;;) {
      let childAt = at * 2 + 1
      const left = heap[childAt]
      const right = heap[childAt + 1]
      if (!left) break
      let child = left
      if (right && isBefore(right, left)) {
        child = right
        childAt++
      }
      if (!isBefore(child, last)) break
      heap[at] = child
      at = childAt
    }
    heap[at] = last
    return first
  }

  return {
    add(dueAt: number, run: () => void, hastens: boolean): () => void {
      const entry: Entry = { dueAt, order: order++, run, isStopped: false, hastens }
      rise(entry)
      return () => {
        entry.isStopped = true
      }
    },
    /** The next event that is due by then. */
    take(until: number): Entry | undefined {
      for (let first = heap[0]; first && first.dueAt <= until; first = heap[0]) {
        removeFirst()
        if (!first.isStopped) return first
      }
      return undefined
    },
    /** Brings forward the events whose time continues during sleep. */
    hasten(byMs: number, now: number): void {
      const entries = heap
      heap = []
      for (const entry of entries) {
        if (entry.hastens) entry.dueAt = Math.max(entry.dueAt - byMs, now)
        rise(entry)
      }
    },
  }
}
