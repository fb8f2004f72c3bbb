import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { pnpm } from '../packed/pnpm.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../../../..')
/** The recipes as the docs show them, and a script that uses them. */
const files = [
  'apps/docs/recipes/openTelemetryPage.ts',
  'apps/docs/recipes/openTelemetryRelay.ts',
  'packages/relay/src/testing/createBrowser.ts',
  'packages/test/src/matrix/apps/telemetry/refresh.ts',
]

interface Recorded {
  spans: {
    name: string
    traceId: string
    spanId: string
    parentId?: string
    attributes: Record<string, unknown>
  }[]
  traceparent: string
  figures: { name: string; attributes: Record<string, unknown> }[]
  isTokenSeen: boolean
}

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'takokit-telemetry-'))
  const packed = inject('ours')
  const manifest = {
    private: true,
    type: 'module',
    dependencies: {
      '@takokit/core': packed['@takokit/core'],
      '@takokit/emulator': packed['@takokit/emulator'],
      '@takokit/relay': packed['@takokit/relay'],
      '@opentelemetry/api': '1.9.1',
      '@opentelemetry/sdk-metrics': '2.12.1',
      '@opentelemetry/sdk-trace-base': '2.12.1',
      '@types/node': '20.19.0',
      typescript: '6.0.3',
      viem: '2.57.20',
    },
    pnpm: { overrides: packed },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  for (const file of files) cpSync(join(root, file), join(folder, basename(file)))
  await pnpm(folder, ['install', '--ignore-workspace', '--ignore-scripts', '--prefer-offline'])
})
afterAll(() => rmSync(folder, { recursive: true }))

test('default: the recipes compile against OpenTelemetry, and its SDK records one trace', async () => {
  const typescript = join(folder, 'node_modules/typescript/bin/tsc')
  const options =
    '--strict --skipLibCheck --module nodenext --target es2022 --types node --outDir .'
  await run(process.execPath, [typescript, ...options.split(' '), 'refresh.ts'], { cwd: folder })
  const { stdout } = await run(process.execPath, ['refresh.js'], { cwd: folder })
  const { spans, traceparent, figures, isTokenSeen } = JSON.parse(stdout) as Recorded

  const [refresh, request, upstream] = [
    'takokit refresh',
    'takokit token',
    'POST api.tako.so/v2/refresh_token',
  ].map((name) => spans.find((span) => span.name === name))
  const traceId = refresh?.traceId ?? '-'
  expect(refresh?.parentId).toBeUndefined()
  expect(request).toMatchObject({ traceId, parentId: refresh?.spanId })
  expect(upstream).toMatchObject({
    traceId,
    parentId: request?.spanId,
    attributes: { 'http.response.status_code': 200 },
  })
  expect(traceparent).toBe(`00-${traceId}-${upstream?.spanId}-01`)
  expect(figures).toContainEqual({
    name: 'takokit.relay.upstream.duration',
    attributes: { provider: 'tako', call: 'refresh', outcome: 'ok' },
  })
  expect(figures).toContainEqual({
    name: 'takokit.relay.session.changes',
    attributes: { provider: 'tako', change: 'renewed', reason: 'none' },
  })
  expect(isTokenSeen).toBe(false)
})
