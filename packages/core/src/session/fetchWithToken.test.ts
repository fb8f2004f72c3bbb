import { describe, expect, test } from 'vitest'
import { authFetch } from '../actions/authFetch.ts'
import { hourMs, later, outcomes, startScripted } from './testing/startScripted.ts'

const url = 'https://api.example/things'

/** An API that takes only some tokens. */
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
    ])
      await expect(authFetch(auth, foreign)).rejects.toMatchObject({
        code: 'request/foreign-origin',
      })
    expect(requests).toEqual([])
  })

  test('parameters: signal, before and while a refresh is waited for', async () => {
    const { auth, start, platform, answers } = startApi(['access-1'])
    await start()
    const gone = AbortSignal.abort()
    await expect(authFetch(auth, url, { signal: gone })).rejects.toBeDefined()
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
