import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer, preview } from 'vite'
import { createEmulator } from '../createEmulator.ts'
import { emulator } from './emulator.ts'

let root = ''

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'takokit-emulator-'))
  await writeFile(join(root, 'index.html'), '<title>Dapp</title>')
})

afterAll(() => rm(root, { recursive: true }))

async function start(kind: 'dev' | 'preview', options: Parameters<typeof emulator>[0]) {
  const plugins = [emulator(options)]
  const common = { root, configFile: false, logLevel: 'silent', plugins } as const
  const address = { port: 0, host: '127.0.0.1' }
  if (kind === 'preview') {
    const server = await preview({ ...common, preview: address, build: { outDir: '.' } })
    return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
  }
  const server = await createServer({
    ...common,
    server: { ...address, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  await server.listen()
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}

describe.each(['dev', 'preview'] as const)('%s server', (kind) => {
  test('default: below /emulator, without controls', async () => {
    const { url, close } = await start(kind, {})
    try {
      const response = await fetch(`${url}emulator/v2/token`, { method: 'POST' })
      expect(await response.json()).toMatchObject({ error_code: 1100 })
      expect((await fetch(`${url}emulator/__emulator/state`)).status).toBe(404)
      expect(await (await fetch(url)).text()).toContain('Dapp')
    } finally {
      await close()
    }
  })

  test('parameters: path, controls, emulator', async () => {
    const mine = createEmulator()
    const { url, close } = await start(kind, { path: '/apis', controls: true, emulator: mine })
    try {
      mine.controls.tako.failNext('lost-answer')
      const lost = fetch(`${url}apis/v2/token`, { method: 'POST' })
      await expect(lost).rejects.toThrow(TypeError)
      expect(await (await fetch(`${url}apis/__emulator/events`)).json()).toMatchObject({
        events: [{ phase: 'received', path: '/v2/token' }, { phase: 'dropped' }],
      })
    } finally {
      await close()
    }
  })
})

test('behavior: hands its emulator to who starts Vite', () => {
  const mine = createEmulator()
  expect(emulator({ emulator: mine }).api?.emulator).toBe(mine)
})
