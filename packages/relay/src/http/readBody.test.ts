import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { testOrigin } from '../testing/createBrowser.ts'
import { createWorld, readProblem } from '../testing/createWorld.ts'

const headers = { origin: testOrigin, 'content-type': 'application/json', 'x-takokit': '1' }

function ask(
  world: ReturnType<typeof createWorld>,
  body: BodyInit | null,
  extra: Record<string, string> = {},
) {
  return world.relay.fetch(
    new Request(`${testOrigin}/auth/tako/token`, {
      method: 'POST',
      headers: { ...headers, ...extra },
      body,
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    } as RequestInit),
  )
}

describe('the body of a request', () => {
  test.each([
    ['none', null],
    ['empty', ''],
    ['no JSON', '{'],
    ['a number', '1'],
    ['null', 'null'],
    ['a list', '[]'],
    ['the account missing', '{}'],
    ['the account a number', '{"account":1}'],
    ['an account without end', JSON.stringify({ account: 'a'.repeat(300) })],
    ['a handle of another shape', '{"account":"","known":"../../x"}'],
    ['a handle that is too long', JSON.stringify({ account: '', known: `${'a'.repeat(100)}.1` })],
    ['a handle that is an object', '{"account":"","known":{}}'],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['nested without end', '['.repeat(20_000)],
  ])('behavior: %s is refused', async (_, body) => {
    const response = await ask(createWorld(), body)
    expect(response.status).toBe(400)
    expect(await readProblem(response)).toMatchObject({ code: 'request/invalid' })
  })

  test('behavior: a problem quotes nothing of the body', async () => {
    const response = await ask(createWorld(), '{"account": "secret-in-the-body", oops')
    expect(await response.text()).not.toContain('secret-in-the-body')
  })

  test('behavior: too large, by what it says and by what it is', async () => {
    const world = createWorld()
    const large = JSON.stringify({ account: '', pad: 'x'.repeat(40_000) })
    expect((await ask(world, large)).status).toBe(413)
    expect((await ask(world, '{}', { 'content-length': '99999999' })).status).toBe(413)
    expect((await ask(world, '{}', { 'content-length': 'many' })).status).toBe(413)
    let pulled = 0
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1
        controller.enqueue(new Uint8Array(8_192).fill(32))
      },
    })
    expect((await ask(world, endless)).status).toBe(413)
    expect(pulled).toBeLessThan(10)
  })

  test.each([
    ['gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
  ])('behavior: compressed on its way, %s: is read as what it was', async (encoding, compress) => {
    const world = createWorld()
    const page = world.browser()
    await world.start(page, 'tako')
    const answer = await ask(world, compress('{"account":""}'), {
      cookie: page.cookie(),
      'content-encoding': encoding,
    })
    expect(answer.status).toBe(200)
  })

  test.each([
    ['no gzip', 'gzip', '{"account":""}', 400],
    ['cut', 'gzip', gzipSync('{"account":""}').subarray(0, 20), 400],
    ['more behind it', 'gzip', Buffer.concat([gzipSync('{"account":""}'), Buffer.of(1, 2)]), 400],
    ['compressed twice', 'gzip, gzip', gzipSync(gzipSync('{"account":""}')), 415],
    ['of an unknown kind', 'zstd', '{"account":""}', 415],
    ['small, and too large once it is read', 'gzip', gzipSync(' '.repeat(4_000_000)), 413],
  ])('behavior: compressed, but %s: is refused', async (_, encoding, body, status) => {
    const answer = await ask(createWorld(), body, { 'content-encoding': encoding })
    expect(answer.status).toBe(status)
  })

  test('behavior: a body that does not come is not waited for', async () => {
    const world = createWorld()
    let cancelled = false
    const asked = new Promise<void>((resolve) => {
      const slow = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"account":'))
        },
        pull: () => {
          resolve()
          return new Promise(() => {})
        },
        cancel() {
          cancelled = true
        },
      })
      answering = ask(world, slow)
    })
    await asked
    world.time.advance(5_001)
    const response = await answering
    expect(response.status).toBe(408)
    expect(await readProblem(response)).toMatchObject({ code: 'request/too-slow' })
    expect(cancelled).toBe(true)
    expect(world.time.pending()).toBe(0)
  })
})

let answering: Promise<Response>
