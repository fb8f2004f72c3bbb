import { expect, onTestFinished, test } from 'vitest'
import { serveOauth } from './serveOauth.ts'

async function open() {
  const server = await serveOauth()
  onTestFinished(server.close)
  const refresh = async (refreshToken: string) => {
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken })
    return fetch(`${server.url}/token`, { method: 'POST', body })
  }
  return { server, refresh }
}

test('default: a refresh token is good once, and its second use ends the session', async () => {
  const { server, refresh } = await open()
  const first = server.issue()
  const answer = await refresh(first.refresh_token)
  const second = (await answer.json()) as typeof first
  expect(answer.status).toBe(200)
  expect(server.isValid(second.access_token)).toBe(true)
  expect(server.isOver()).toBe(false)
  expect((await refresh(first.refresh_token)).status).toBe(400)
  expect(server.isOver()).toBe(true)
  expect(server.isValid(second.access_token)).toBe(false)
  expect((await refresh(second.refresh_token)).status).toBe(400)
  expect(server.counts()).toEqual({ requests: 3, duplicates: 1, tooEarly: 0, refreshes: 1 })
})

test('behavior: an access token expires, and a call with it is refused', async () => {
  const { server } = await open()
  const { access_token: token } = server.issue()
  const call = async () =>
    (await fetch(`${server.url}/call`, { headers: { authorization: `Bearer ${token}` } })).status
  expect(await call()).toBe(200)
  server.advance(server.lifetimeS * 1_000 + 1)
  expect(await call()).toBe(401)
})

test('behavior: a request that comes while `Retry-After` runs is counted', async () => {
  const { server, refresh } = await open()
  const { refresh_token: token } = server.issue()
  server.limit(1, 60)
  const limited = await refresh(token)
  expect(limited.status).toBe(429)
  expect(limited.headers.get('retry-after')).toBe('60')
  expect((await refresh(token)).status).toBe(200)
  expect(server.counts()).toMatchObject({ requests: 2, tooEarly: 1, duplicates: 0 })
})

test('behavior: an answer that is lost has used its token', async () => {
  const { server, refresh } = await open()
  const { refresh_token: token } = server.issue()
  server.loseAnswers(1)
  await expect(refresh(token)).rejects.toThrow()
  expect((await refresh(token)).status).toBe(400)
  expect(server.counts().duplicates).toBe(1)
})

test('behavior: while it is down it answers with 500, and no token is used', async () => {
  const { server, refresh } = await open()
  const { refresh_token: token } = server.issue()
  server.setDown(true)
  expect((await refresh(token)).status).toBe(500)
  expect(server.backAt()).toBeUndefined()
  server.setDown(false)
  expect((await refresh(token)).status).toBe(200)
  expect(server.backAt()).toBeLessThanOrEqual(server.now())
  expect(server.counts()).toMatchObject({ requests: 2, refreshes: 1 })
})
