import { readFileSync } from 'node:fs'

/** Ticks of the kernel's accounting, each of a hundredth of a second. */
const tickMs = 10

/** The CPU time of this process's children that have ended, with theirs, in milliseconds. Unknown where there is no `/proc`. */
export function childrenCpuMs(): number | undefined {
  try {
    const text = readFileSync('/proc/self/stat', 'utf8')
    // The name, in parentheses, may have spaces. It is the second field; `cutime` and `cstime` are the 16th and the 17th.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[13]) + Number(fields[14])) * tickMs
  } catch {
    return undefined
  }
}
