import { describe, expect, test } from 'vitest'
import { authFetch } from '../actions/authFetch.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import { hourMs, later, outcomes, startScripted } from './testing/startScripted.ts'

const url = 'https://api.example/things'

/** An API that accepts only some tokens. */
function startApi(good: readonly string[], more: Parameters<typeof startScripted>[0] = {}) {
  const bodies: string[] = []
  const started = startScripted({
    serve: async (request) => {
      bodies.push(await request.text())
      const token = request.headers.get('authorization')?.slice(7) ?? ''
      return good.includes(token)
        ? new Response('fine')
        : new Response('who are you?', { status: 401 })
    },
    ...more,
  })
  const seen = () => started.requests.map(({ headers }) => headers.get('authorization')?.slice(7))
  return { ...started, bodies, seen }
}

const bytes = new TextEncoder().encode('hello')
const form = new FormData()
form.set('name', 'hello')
/** Every kind of body, created for each request, and whether it can be sent again. */
const bodies: [string, () => unknown, 'again' | 'once'][] = [
  ['a string', () => 'hello', 'again'],
  ['an empty string', () => '', 'again'],
  ['URLSearchParams', () => new URLSearchParams({ name: 'hello' }), 'again'],
  ['FormData', () => form, 'again'],
  ['a Blob', () => new Blob(['hello']), 'again'],
  ['a File', () => new File(['hello'], 'hello.txt'), 'again'],
  ['an ArrayBuffer', () => bytes.slice().buffer, 'again'],
  ['a typed array', () => bytes.slice(), 'again'],
  ['a DataView', () => new DataView(bytes.slice().buffer), 'again'],
  ['null', () => null, 'again'],
  ['undefined', () => undefined, 'again'],
  ['a ReadableStream', () => new Blob(['hello']).stream(), 'once'],
  [
    'an async iterable',
    async function* () {
      yield bytes
    },
    'once',
  ],
]
const toInit = (body: unknown) => ({ method: 'POST', body, duplex: 'half' }) as RequestInit

describe.each(bodies)('a body: %s', (_, make, how) => {
  const isAgain = how === 'again'
  /** Boundaries of forms are random. */
  const plain = (text: string) => text.replaceAll(/-{4,}[\w-]+/g, '--')

  test.each([
    ['401, then 200', ['access-1'], 200],
    ['401 twice', [], 401],
  ] as const)('as init, %s', async (_, good, last) => {
    const { auth, start, bodies, presented } = startApi(good)
    await start()
    const response = await authFetch(auth, url, toInit(make()))
    expect(response.status).toBe(isAgain ? last : 401)
    expect(await response.text()).toBe(isAgain && last === 200 ? 'fine' : 'who are you?')
    expect(bodies).toHaveLength(isAgain ? 2 : 1)
    expect(new Set(bodies.map(plain)).size).toBe(1)
    expect(presented).toEqual(isAgain ? ['refresh-0'] : [])
    if (make()) expect(bodies[0]).toContain(make() === '' ? '' : 'hello')
  })

  test.each([
    ['401, then 200', ['access-1'], 200],
    ['401 twice', [], 401],
  ] as const)('inside a Request, %s', async (_, good, last) => {
    for (const init of [{}, { body: null }, { body: undefined }] as RequestInit[]) {
      const { auth, start, bodies } = startApi(good)
      await start()
      const response = await authFetch(auth, new Request(url, toInit(make())), init)
      expect(response.status).toBe(last)
      expect(await response.text()).toBe(last === 200 ? 'fine' : 'who are you?')
      expect(bodies).toHaveLength(2)
      expect(new Set(bodies.map(plain)).size).toBe(1)
      if (make()) expect(bodies[0]).toContain(make() === '' ? '' : 'hello')
    }
  })

  test('in place of a Request’s own', async () => {
    const { auth, start, bodies } = startApi(['access-1'])
    await start()
    const request = new Request(url, { method: 'POST', body: 'own hello' })
    await authFetch(auth, request, { body: make(), duplex: 'half' } as RequestInit)
    expect(bodies).toHaveLength(isAgain ? 2 : 1)
    expect(new Set(bodies.map(plain)).size).toBe(1)
    if (!make()) expect(bodies[0]).toBe(make() === '' ? '' : 'own hello')
  })
})

describe('an address is read once', () => {
  const evil = 'https://evil.example/'
  /** Answers differently from one call to the next. */
  const fickle =
    (...answers: string[]) =>
    () =>
      answers.shift() ?? evil

  test('behavior: what changes between two reads goes nowhere but to the first', async () => {
    const changing = new URL(url)
    Object.defineProperty(changing, 'href', { get: fickle(url) })
    class Fickle extends Request {
      override get url() {
        return url
      }
    }
    const inputs: unknown[] = [
      { toString: fickle(url) },
      changing,
      Object.assign(new URL(url), { toString: fickle(url) }),
      new Proxy(new URL(url), {
        get: (target, name) => (name === 'href' ? evil : Reflect.get(target, name, target)),
      }),
      new Fickle(evil),
      new Proxy(new Request(evil), { get: (_, name) => (name === 'url' ? url : undefined) }),
    ]
    for (const input of inputs) {
      const { auth, start, requests } = startApi(['access-1'])
      await start()
      await authFetch(auth, input as Request).catch(() => {})
      expect(
        requests.filter(({ url: sentTo }) => !sentTo.startsWith('https://api.example/')),
      ).toEqual([])
    }
  })

  test('behavior: a URL that its owner changes meanwhile', async () => {
    const { auth, start, requests } = startApi(['access-1'])
    await start()
    const input = new URL(url)
    const asked = authFetch(auth, input)
    input.href = evil
    expect((await asked).status).toBe(200)
    expect(requests.map((request) => request.url)).toEqual([url, url])
  })
})

describe('a body and headers are read once', () => {
  const mutable: [string, () => [body: unknown, change: () => unknown]][] = [
    [
      'a typed array',
      () => {
        const body = new TextEncoder().encode('=hello')
        return [body.subarray(1), () => body.fill(0)]
      },
    ],
    [
      'an ArrayBuffer',
      () => {
        const body = new TextEncoder().encode('hello')
        return [body.buffer, () => body.fill(0)]
      },
    ],
    [
      'an ArrayBuffer that is moved away',
      () => {
        const body = new TextEncoder().encode('hello').buffer
        return [body, () => body.byteLength && structuredClone(body, { transfer: [body] })]
      },
    ],
    [
      'URLSearchParams',
      () => {
        const body = new URLSearchParams('hello=')
        return [body, () => body.delete('hello')]
      },
    ],
    [
      'FormData',
      () => {
        const body = new FormData()
        body.append('file', new File(['hello'], 'hello.txt'))
        body.append('file', 'hello again')
        return [body, () => body.delete('file')]
      },
    ],
  ]

  test.each(mutable)('behavior: %s that its owner changes meanwhile', async (_, make) => {
    const [body, change] = make()
    const headers = new Headers({ 'x-mine': '1' })
    const { auth, start, bodies, requests } = startApi(['access-1'], {
      provider: {
        isRefused({ status }) {
          change()
          headers.set('x-mine', '2')
          return status === 401
        },
      },
    })
    await start()
    const asked = authFetch(auth, url, { method: 'POST', headers, body } as RequestInit)
    // A buffer is used again at once.
    if (Object(body).byteLength) change()
    expect((await asked).status).toBe(200)
    expect(bodies).toHaveLength(2)
    for (const text of bodies) expect(text).toContain('hello')
    if (body instanceof FormData) expect(bodies[1]).toMatch(/hello\.txt[^]*hello again/)
    expect(requests.map((request) => request.headers.get('x-mine'))).toEqual(['1', '1'])
  })
})

describe('fetchWithToken', () => {
  test('default', async () => {
    const { auth, start, seen, presented } = startApi(['access-0'])
    await start()
    const response = await authFetch(auth, url)
    expect(response).toBeInstanceOf(Response)
    expect(await response.text()).toBe('fine')
    expect(seen()).toEqual(['access-0'])
    expect(presented).toEqual([])
  })

  test('behavior: refused with the current one: one refresh, one replay', async () => {
    const { auth, start, seen, presented } = startApi(['access-1'])
    await start()
    expect((await authFetch(auth, url)).status).toBe(200)
    expect(seen()).toEqual(['access-0', 'access-1'])
    expect(presented).toEqual(['refresh-0'])
  })

  test('behavior: twenty refused at once: one refresh, twenty answers', async () => {
    const { auth, start, presented, requests } = startApi(['access-1'])
    await start()
    const answers = await Promise.all(Array.from({ length: 20 }, () => authFetch(auth, url)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(presented).toEqual(['refresh-0'])
    expect(requests).toHaveLength(40)
  })

  test('behavior: a late refusal of an older generation costs no refresh', async () => {
    const late = later<Response>()
    let calls = 0
    const { auth, start, presented } = startApi([], {
      serve: (request) => {
        if (calls++ === 0) return late.promise
        const isGood = request.headers.get('authorization') === 'Bearer access-1'
        return new Response('', { status: isGood ? 200 : 401 })
      },
    })
    await start()
    const first = authFetch(auth, url)
    expect((await authFetch(auth, url)).status).toBe(200)
    late.resolve(new Response('', { status: 401 }))
    expect((await first).status).toBe(200)
    expect(presented).toEqual(['refresh-0'])
  })

  test('behavior: refreshed and refused again: the caller gets that, and stays signed in', async () => {
    const { auth, start, presented } = startApi([])
    await start()
    expect((await authFetch(auth, url)).status).toBe(401)
    expect(presented).toEqual(['refresh-0'])
    expect(auth.getSnapshot().status).toBe('signedIn')
  })

  test('behavior: a refresh that has to wait: the caller gets the refusal', async () => {
    const { auth, start, answers } = startApi(['access-1'])
    await start()
    answers.push(outcomes.throttled)
    const response = await authFetch(auth, url)
    expect(response.status).toBe(401)
    expect(await response.text()).toBe('who are you?')
  })

  test('behavior: a body that can be sent again is', async () => {
    const { auth, start, bodies } = startApi(['access-1'])
    await start()
    await authFetch(auth, url, { method: 'POST', body: 'hello' })
    expect(bodies).toEqual(['hello', 'hello'])
  })

  test('behavior: a request with a body is sent again as it was', async () => {
    const { auth, start, bodies, requests } = startApi(['access-1'])
    await start()
    const request = new Request(url, {
      method: 'PUT',
      body: 'hello',
      headers: { 'x-mine': '1' },
    })
    expect((await authFetch(auth, request)).status).toBe(200)
    expect(bodies).toEqual(['hello', 'hello'])
    expect(requests.map(({ method, headers }) => [method, headers.get('x-mine')])).toEqual([
      ['PUT', '1'],
      ['PUT', '1'],
    ])
  })

  test('behavior: a stream cannot: the caller gets the first answer', async () => {
    const { auth, start, bodies, presented } = startApi(['access-1'])
    await start()
    const body = new Blob(['hello']).stream()
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit
    expect((await authFetch(auth, url, init)).status).toBe(401)
    expect(bodies).toEqual(['hello'])
    expect(presented).toEqual([])
  })

  test('parameters: input', async () => {
    const { auth, start, requests } = startApi(['access-0'])
    await start()
    for (const input of [url, new URL(url), new Request(url)])
      expect((await authFetch(auth, input)).status).toBe(200)
    expect(requests.map((request) => request.url)).toEqual([url, url, url])
  })

  test('behavior: a foreign origin gets nothing', async () => {
    const { auth, start, requests } = startApi(['access-0'])
    await start()
    for (const foreign of [
      'https://evil.example/',
      'https://api.example.evil.example/',
      'http://api.example/',
      '/own',
      'javascript:alert(1)',
      'javascript://api.example/%0aalert(1)',
      'blob:https://api.example/8f0e',
      'https://api.example:8443/',
      'https://api.example./',
      'https://api.example@evil.example/',
      'https://evil.example\\@api.example/',
      'https://api.example%2eevil.example/',
      'https:api.example/',
      'wss://api.example/',
      'data:text/plain,x',
      '',
    ])
      await expect(authFetch(auth, foreign)).rejects.toMatchObject({
        code: 'request/foreign-origin',
      })
    expect(requests).toEqual([])
  })

  test.each(['app://dapp/index.html', 'file:///dapp/index.html'])(
    'behavior: the origin of a page at %s is that of no other address',
    async (baseUrl) => {
      const sent: string[] = []
      const platform = createTestPlatform({
        fetch: async (input) => {
          sent.push(String(input))
          return new Response('{}')
        },
      })
      const { auth, start } = startScripted({
        platform: { ...platform, baseUrl } as typeof platform,
        provider: { origins: ['/api'] },
      })
      await start()
      for (const foreign of ['app://evil/api', 'other://dapp/api', 'data:,x', 'https://dapp/api'])
        await expect(authFetch(auth, foreign)).rejects.toMatchObject({
          code: 'request/foreign-origin',
        })
      await authFetch(auth, '/api/own')
      expect(sent).toEqual([new URL('/api/own', baseUrl).href])
    },
  )

  test('parameters: signal, before and while a refresh is waited for', async () => {
    const { auth, start, platform, answers, requests } = startApi(['access-1'])
    await start()
    const gone = AbortSignal.abort()
    await expect(authFetch(auth, url, { signal: gone })).rejects.toMatchObject({
      code: 'request/aborted',
    })
    // `fetch` sends nothing for it.
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true])
    const answer = later<undefined>()
    answers.push(answer.promise)
    const caller = new AbortController()
    const asked = expect(authFetch(auth, url, { signal: caller.signal })).rejects.toMatchObject({
      code: 'request/aborted',
    })
    await platform.advance(0)
    caller.abort()
    await asked
    answer.resolve(undefined)
    await platform.advance(0)
    expect((await authFetch(auth, url)).status).toBe(200)
  })

  test('parameters: the signal of a Request', async () => {
    const { auth, start, platform, answers, requests } = startApi(['access-1'])
    await start()
    const gone = new Request(url, { signal: AbortSignal.abort() })
    await expect(authFetch(auth, gone)).rejects.toMatchObject({ code: 'request/aborted' })
    // `fetch` sends nothing for it.
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true])
    const answer = later<undefined>()
    answers.push(answer.promise)
    const caller = new AbortController()
    const request = new Request(url, { signal: caller.signal, method: 'POST', body: 'hello' })
    const asked = expect(authFetch(auth, request)).rejects.toMatchObject({
      code: 'request/aborted',
    })
    await platform.advance(0)
    caller.abort()
    await asked
    answer.resolve(undefined)
    await platform.advance(0)
  })

  test('behavior: a network error is fetch’s own', async () => {
    const { auth, start } = startApi([], {
      serve: () => Promise.reject(new TypeError('Failed to fetch')),
    })
    await start()
    await expect(authFetch(auth, url)).rejects.toThrow(TypeError)
  })

  test('behavior: a provider that throws while it looks has not refused', async () => {
    const { auth, start, presented } = startApi([], {
      provider: {
        isRefused: () => {
          throw new Error('broken')
        },
      },
    })
    await start()
    expect((await authFetch(auth, url)).status).toBe(401)
    expect(presented).toEqual([])
  })

  test('behavior: a provider that never settles is let go of by the caller', async () => {
    const { auth, start, platform } = startApi([], {
      provider: { isRefused: () => new Promise<boolean>(() => {}) },
    })
    await start()
    const caller = new AbortController()
    const asked = expect(authFetch(auth, url, { signal: caller.signal })).rejects.toMatchObject({
      code: 'request/aborted',
    })
    await platform.advance(hourMs / 60)
    caller.abort()
    await asked
  })

  test('behavior: nobody is signed in', async () => {
    const { auth, requests } = startApi([])
    await expect(authFetch(auth, url)).rejects.toMatchObject({ code: 'session/signed-out' })
    expect(requests).toEqual([])
  })
})
