import { expect, test } from 'vitest'
import { setup, signIn } from './testing/setup.ts'

test('default: runs in a page', async () => {
  const api = setup()
  const { refresh_token } = await signIn(api)
  expect((await api.fetch('/v2/refresh_token', { method: 'POST' })).status).toBe(400)
  expect((await api.post('/v2/refresh_token', { refresh_token })).status).toBe(200)
})

test('behavior: what a page says about redirects and aborts holds', async () => {
  const { fetch, controls } = setup()
  controls.tako.failNext('redirect')
  await expect(fetch('/v2/token', { method: 'POST', redirect: 'error' })).rejects.toThrow(TypeError)
  const controller = new AbortController()
  controls.tako.failNext('hang')
  const answer = fetch('/v2/token', { method: 'POST', signal: controller.signal })
  controller.abort()
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
})
