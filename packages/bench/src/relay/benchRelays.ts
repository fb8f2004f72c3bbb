import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { compareRelays } from './beside/compareRelays.ts'
import { toChart } from './beside/toChart.ts'
import { toTable } from './beside/toTable.ts'

/** Measures the relay beside others, prints the table and writes it with its figures and pictures; a quick run writes nothing. */
export async function benchRelays({ isQuick }: { isQuick: boolean }): Promise<void> {
  const report = await compareRelays(isQuick)
  const table = toTable(report)
  console.log(table)
  if (isQuick) return
  const folder = fileURLToPath(new URL('../../results/', import.meta.url))
  // Where the docs site serves them.
  const pictures = fileURLToPath(new URL('../../../../apps/docs/docs/public/', import.meta.url))
  await mkdir(folder, { recursive: true })
  await Promise.all([
    writeFile(`${folder}relay.json`, `${JSON.stringify(report, undefined, 2)}\n`),
    writeFile(`${folder}relay.md`, table),
    writeFile(`${pictures}relay-light.svg`, toChart(report, 'light')),
    writeFile(`${pictures}relay-dark.svg`, toChart(report, 'dark')),
  ])
}
