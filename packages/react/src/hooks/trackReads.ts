/**
 * Wraps each state in an object that tracks which members were read, and returns the same object while none of these has
 * changed. Until a member was read, every change counts.
 */
export function trackReads<state extends object, face extends state>(
  extra: Omit<face, keyof state>,
): (state: state) => face {
  const reads = new Set<keyof state>()
  let held: state | undefined
  let shown: face | undefined
  return (state) => {
    const before = held
    if (shown && before) {
      const isSame =
        state === before ||
        (reads.size > 0 && [...reads].every((name) => state[name] === before[name]))
      if (isSame) return shown
    }
    held = state
    const result = { ...extra } as face
    for (const name of Object.keys(state) as (keyof state)[]) {
      Object.defineProperty(result, name, {
        enumerable: true,
        get() {
          reads.add(name)
          return state[name]
        },
      })
    }
    shown = result
    return result
  }
}
