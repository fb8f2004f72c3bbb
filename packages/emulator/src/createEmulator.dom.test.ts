import { expect, test } from 'vitest'
import { account, setup, signIn } from './testing/setup.ts'

test('default: signs in and refreshes where a page\u2019s own classes are not Node\u2019s', async () => {
  const api = setup()
  const { token, refresh_token } = await signIn(api)
  const headers = { authorization: `Bearer ${token}` }
  expect((await api.post('/v2/farcaster/ignore_bid', { index: 70 }, headers)).status).toBe(200)
  expect((await api.post('/v2/refresh_token', { refresh_token })).status).toBe(200)
  expect(api.controls.tako.counters().families[0]?.subject).toBe(account().address)
})

test('behavior: an aborted caller and a lost answer', async () => {
  const { fetch, controls } = setup()
  const url = 'https://api.tako.so/v2/token'
  const signal = AbortSignal.abort()
  await expect(fetch(url, { method: 'POST', signal })).rejects.toThrow()
  controls.tako.failNext('lost-answer')
  await expect(fetch(url, { method: 'POST' })).rejects.toThrow('answer lost')
})
