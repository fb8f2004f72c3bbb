import { defineProvider } from '@takokit/core'
import { expect, test } from 'vitest'
import { createWorld, readProblem, readToken } from '../testing/createWorld.ts'

test.each([
  ['nothing', undefined],
  ['a text', 'ok'],
  ['an unknown type', { type: 'failed', error: new Error('x') }],
  ['a refusal without an error', { type: 'terminal' }],
  ['a refusal with a text', { type: 'terminal', error: 'expired' }],
  ['tokens that are none', { type: 'ok' }],
])('behavior: a provider that returns %s ends no session', async (_, outcome) => {
  const provider = defineProvider({
    name: 'tako',
    origins: ['https://api.example'],
    refresh: async () => outcome as never,
  })
  const world = createWorld({ providers: [provider] })
  const page = world.browser()
  await world.start(page, 'tako')
  const { handle } = await readToken(await page.post('/auth/tako/token'))
  const response = await page.post('/auth/tako/token', { account: '', known: handle })
  expect([response.status, (await readProblem(response)).code]).toEqual([
    503,
    'provider/unavailable',
  ])
  expect(page.jar.size).toBe(1)
  const reasons = world.logs.filter(({ event }) => event === 'upstream-failed')
  expect(reasons.map(({ reason }) => reason)).toEqual(['malformed', 'malformed'])
})
