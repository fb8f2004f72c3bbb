import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { account, documentedAt, messageFor } from '../testing/setup.ts'
import { type EmulatorServer, type ServeEmulatorOptions, serveEmulator } from './serveEmulator.ts'

const servers: EmulatorServer[] = []

async function serve(options?: ServeEmulatorOptions) {
  const server = await serveEmulator({ now: () => documentedAt, ...options })
  servers.push(server)
  const post = (path: string, body: unknown) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return { ...server, post }
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

describe('serveEmulator', () => {
  test('default: a client that knows only Tako\u2019s documents', async () => {
    const { post } = await serve()
    const message = messageFor(account().address)
    const signature = await account().signMessage({ message })
    const signedIn = await post('/v2/token', { message, signature })
    const { data } = (await signedIn.json()) as { data: { token: string; refresh_token: string } }
    const refreshed = await post('/v2/refresh_token', { refresh_token: data.refresh_token })
    expect([signedIn.status, refreshed.status]).toEqual([200, 200])
  })

  test('behavior: a lost answer and a lost request destroy the socket', async () => {
    const { post, emulator } = await serve()
    const { refreshToken: refresh_token } = await emulator.controls.tako.issue()
    for (const fault of ['lost-answer', 'lost-request'] as const) {
      emulator.controls.tako.failNext(fault)
      await expect(post('/v2/refresh_token', { refresh_token })).rejects.toThrow(TypeError)
    }
    expect(emulator.controls.tako.counters()).toMatchObject({ requests: 1, rotations: 1 })
    expect((await post('/v2/refresh_token', { refresh_token })).status).toBe(200)
  })

  test('behavior: not a byte of an answer comes when it is lost', async () => {
    const { url, emulator } = await serve()
    emulator.controls.tako.failNext('lost-answer')
    const { hostname, port } = new URL(url)
    const received = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(Number(port), hostname, () => {
        socket.write('POST /v2/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n')
      })
      socket.on('data', (chunk) => {
        text += chunk.toString()
      })
      socket.on('error', () => {})
      socket.on('close', () => resolve(text))
    })
    expect(received).toBe('')
  })

  test('behavior: a hanging request goes on after release, or dies with its client', async () => {
    const { post, emulator } = await serve()
    const { tako } = emulator.controls
    const hanging = async () => {
      while (tako.hanging() < 1) await new Promise((resolve) => setImmediate(resolve))
    }
    tako.failNext('hang')
    const answer = post('/v2/token', {})
    await hanging()
    tako.release()
    expect((await answer).status).toBe(400)
  })

  test('behavior: redirects and streams pass as they are', async () => {
    const { url, emulator } = await serve()
    const { cloudreve } = emulator.controls
    const { accessToken } = await cloudreve.issue()
    const init = {
      headers: { authorization: `Bearer ${accessToken}` },
      redirect: 'manual',
    } as const
    const file = `${url}/api/v4/file/content/a?size=300000`
    expect((await (await fetch(file, init)).arrayBuffer()).byteLength).toBe(300_000)
    cloudreve.failNext('redirect')
    expect((await fetch(file, init)).status).toBe(302)
  })

  test('behavior: the control endpoint is only there when switched on', async () => {
    const off = await serve()
    expect((await fetch(`${off.url}/__emulator/state`)).status).toBe(404)
    const on = await serve({ controls: true })
    expect((await fetch(`${on.url}/__emulator/state`)).status).toBe(200)
    expect((await on.post('/__emulator', { action: 'clearLog' })).status).toBe(200)
  })

  test('behavior: counts requests by the caller\u2019s address', async () => {
    const { post } = await serve({ tako: { rateLimit: { requests: 1, perMs: 1_000 } } })
    const statuses = [(await post('/v2/token', {})).status, (await post('/v2/token', {})).status]
    expect(statuses).toEqual([400, 429])
  })

  test.each([
    'http://user:pw@localhost/v2/token',
    'http://@localhost/v2/token',
    'http://evil.example/v2/token',
    'http:///v2/token',
    'http://[::1/v2/token',
    'http://localhost:99999/v2/token',
    'ftp://localhost/v2/token',
    'javascript:alert(1)',
    '//evil.example/v2/token',
    '/\\evil.example/v2/token',
    '/v2/%zz',
    '*',
  ])('behavior: the target %j is a mistake of the client', async (target) => {
    const { url } = await serve({ controls: true })
    const { hostname, port } = new URL(url)
    const received = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`,
        )
      })
      socket.on('data', (chunk) => {
        text += chunk.toString()
      })
      socket.on('close', () => resolve(text))
    })
    expect(received).toMatch(/^HTTP\/1\.1 40[04] /)
    expect(received).not.toContain('pw@')
  })

  test('behavior: a port that is taken', async () => {
    const { url } = await serve()
    const port = Number(new URL(url).port)
    await expect(serveEmulator({ port })).rejects.toThrow('EADDRINUSE')
  })

  test('parameters: emulator, hostname', async () => {
    const { emulator } = await serve()
    const second = await serve({ emulator, hostname: '::1' })
    expect(second.emulator).toBe(emulator)
    expect(second.url).toMatch(/^http:\/\/\[::1\]:\d+$/)
  })
})
