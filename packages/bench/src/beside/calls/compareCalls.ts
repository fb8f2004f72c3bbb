import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { median } from '../../median.ts'
import { bundleFile } from '../../runBundled.ts'
import type { CallsReport, CallsRow } from './CallsReport.ts'

const run = promisify(execFile)
const labels: Record<string, string> = {
  authFetch: '`authFetch`',
  ky: '`ky` with a `beforeRequest` hook',
  axios: '`axios` with an interceptor, by its `fetch` adapter',
}

/** What a call with a token at hand costs over a bare `fetch`, all in turn in each round of one process. */
export async function compareCalls(peers: string, isQuick: boolean): Promise<CallsReport> {
  const { rounds, calls } = isQuick ? { rounds: 5, calls: 200 } : { rounds: 25, calls: 400 }
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"someone"}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const folder = await mkdtemp(join(tmpdir(), 'takokit-bench-'))
  try {
    const file = join(import.meta.dirname, 'program.ts')
    const program = await bundleFile(file, folder, [join(peers, 'node_modules')])
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { stdout } = await run(process.execPath, [program, url, String(rounds), String(calls)])
    return { rounds, calls, rows: toRows(JSON.parse(stdout) as Record<string, number[]>) }
  } finally {
    await rm(folder, { recursive: true, force: true })
    server.close()
    server.closeAllConnections()
  }
}

/** Each round's time beside that of `fetch` in the same round. */
export function toRows(spent: Record<string, number[]>): CallsRow[] {
  return Object.entries(labels).map(([name, label]) => {
    const ratios = (spent[name] ?? []).map(
      (one, round) => one / (spent.fetch?.[round] ?? Number.NaN),
    )
    return {
      name: label,
      isOurs: name === 'authFetch',
      ofFetch: { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) },
    }
  })
}
