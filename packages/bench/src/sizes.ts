import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { minifyCss } from './minifyCss.ts'
import { budgets, maxCssBytes } from './budgets.ts'
import { measureSize } from './measureSize.ts'

/** Measures every import that has a budget, prints the table, and fails if one exceeds its budget. */
let isOver = false

function report(name: string, bytes: number, maxBytes: number, rest = ''): void {
  const verdict = bytes <= maxBytes ? 'ok  ' : 'OVER'
  isOver ||= bytes > maxBytes
  console.log(
    `${verdict} ${String(bytes).padStart(6)} of ${String(maxBytes).padStart(6)} B  ${name}${rest}`,
  )
}

for (const { name, entry, maxBytes, without = [] } of budgets) {
  const { startBytes, allBytes, code } = await measureSize({ entry })
  report(name, startBytes, maxBytes, `  (with all that loads later: ${allBytes} B)`)
  for (const text of without.filter((one) => code.includes(one))) {
    isOver = true
    console.log(`OVER ${name} contains ${text}`)
  }
}
for (const name of ['styles.css', 'styles.layer.css']) {
  const css = minifyCss(join(import.meta.dirname, '../../react/src/styles', name))
  report(name, gzipSync(css, { level: 9 }).length, maxCssBytes)
}

process.exitCode = isOver ? 1 : 0
