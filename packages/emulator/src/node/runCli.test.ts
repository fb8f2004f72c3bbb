import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { readArguments } from './readArguments.ts'
import { runCli } from './runCli.ts'

describe('readArguments', () => {
  test('default', () => {
    expect(readArguments([]).serve).toMatchObject({
      port: 8_000,
      hostname: '127.0.0.1',
      controls: false,
      tako: { reuse: 'stateless' },
    })
  })

  test('parameters: all of them', () => {
    const args = '--port 9000 --host 0.0.0.0 --allow-origin https://a.example --access-seconds 5'
    const more =
      '--allow-origin https://b.example --refresh-seconds 60 --reuse strict --controls --quiet'
    const common = { accessLifetimeMs: 5_000, refreshLifetimeMs: 60_000, reuse: 'strict' }
    expect(readArguments([...args.split(' '), ...more.split(' ')])).toEqual({
      help: false,
      quiet: true,
      serve: {
        port: 9_000,
        hostname: '0.0.0.0',
        controls: true,
        allowedOrigins: ['https://a.example', 'https://b.example'],
        tako: common,
        talkstack: common,
        cloudreve: common,
        privateCloud: common,
      },
    })
  })

  test.each([
    [['--port', 'many'], '--port'],
    [['--port', '70000'], '--port'],
    [['--reuse', 'never'], '--reuse'],
    [['--access-seconds', '-'], '--access-seconds'],
    [['--verbose'], '--verbose'],
  ])('behavior: %j is wrong, and says so', (args, name) => {
    expect(() => readArguments(args)).toThrow(name)
  })
})

describe('runCli', () => {
  test('default: says where, and a line per request', async () => {
    const lines: string[] = []
    const server = await runCli(['--port', '0'], (line) => lines.push(line))
    const url = server?.url ?? ''
    await fetch(`${url}/v2/token`, { method: 'POST' })
    server?.emulator.controls.tako.failNext('lost-answer')
    await fetch(`${url}/v2/token`, { method: 'POST' }).catch(() => {})
    await server?.close()
    expect(lines).toEqual([
      `Token APIs of Tako, TalkStack AI, Cloudreve and the private cloud at ${url}`,
      'tako         POST /v2/token 400 1100',
      'tako         POST /v2/token dropped 1100 (lost-answer)',
    ])
  })

  test('parameters: --quiet, --help', async () => {
    const lines: string[] = []
    const server = await runCli(['--port', '0', '--quiet'], (line) => lines.push(line))
    await fetch(`${server?.url}/v2/token`, { method: 'POST' })
    await server?.close()
    expect(lines).toHaveLength(1)
    expect(await runCli(['--help'], (line) => lines.push(line))).toBe(null)
    expect(lines[1]).toContain('--port')
  })
})

test('behavior: `pnpm emulator` serves from a checkout', { timeout: 60_000 }, async () => {
  const root = resolve(import.meta.dirname, '../../../..')
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { emulator: string }
  }
  const [program = '', ...parameters] = scripts.emulator.split(' ')
  // As a package manager runs it.
  const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const child = spawn(program, [...parameters, '--port', '0'], {
    cwd: root,
    env: { ...process.env, PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  try {
    let url: string | undefined
    for await (const line of createInterface({ input: child.stdout })) {
      url = /http:\/\/\S+/.exec(line)?.[0]
      if (url) break
    }
    expect((await fetch(`${url}/v2/token`, { method: 'POST' })).status).toBe(400)
  } finally {
    child.kill('SIGTERM')
    await gone
  }
})
