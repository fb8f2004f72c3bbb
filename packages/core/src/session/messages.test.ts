import { describe, expect, test } from 'vitest'
import { getAuthToken } from '../actions/getAuthToken.ts'
import { refreshSession } from '../actions/refreshSession.ts'
import { signOut } from '../actions/signOut.ts'
import type { TabMessage } from '../types/Platform.ts'
import { outcomes } from './testing/startScripted.ts'
import { startTabs } from './testing/startTabs.ts'

test('behavior: no event, message to other tabs or warning tells a token, whatever happens', async () => {
  const { tabs, said, settle } = startTabs(2)
  const [one, other] = tabs
  const told: unknown[] = []
  const types = new Set<string>()
  for (const { auth } of tabs)
    auth.onEvent((event) => {
      types.add(event.type)
      told.push(event, String(event), Object.values(event))
    })
  await settle()
  await one.start()
  await settle()
  for (const outcome of [undefined, outcomes.lost, outcomes.throttled, outcomes.unreadable]) {
    one.answers.push(outcome)
    const asked = refreshSession(one.auth).catch((error: unknown) => told.push(String(error)))
    await one.platform.advance(200_000)
    await asked
    await other.platform.advance(200_000)
  }
  one.answers.push(outcomes.refused, outcomes.refused)
  const refused = refreshSession(one.auth).catch((error: unknown) => told.push(String(error)))
  await one.platform.advance(200_000)
  await refused
  await one.start()
  await settle()
  await signOut(one.auth)
  await settle()
  expect([...types].sort()).toEqual(
    expect.arrayContaining(['sessionEnded', 'sessionStarted', 'tokensRefreshed']),
  )
  expect(said.length).toBeGreaterThan(2)
  const text = JSON.stringify([told, said, tabs.map(({ platform }) => platform.warnings)])
  expect(text).not.toMatch(/(access|refresh)-\d/)
  for (const message of said)
    expect(Object.keys(message).sort()).toEqual(['account', 'gen', 'provider', 'sid', 'v'])
})

describe('two versions of the kit over one channel', () => {
  const later = (members: object) => members as TabMessage

  test.each([
    ['another version', { v: 2, signedOut: true }],
    ['no version', { v: undefined }],
    ['this version, with members of a later one', { v: 1, reason: 'x', tokens: ['other'] }],
  ])('behavior: a message of %s ends nothing and is no word of a session', async (_, members) => {
    const { tabs, said, speak, settle } = startTabs(2)
    const [one, other] = tabs
    await settle()
    await one.start()
    await settle()
    const [message] = said
    speak(later({ ...message, gen: 99, ...members }))
    await settle()
    for (const { auth, platform } of tabs) {
      expect(auth.getSnapshot()).toMatchObject({ status: 'signedIn', gen: 1 })
      expect(await getAuthToken(auth)).toBe('access-0')
      expect(platform.warnings).toEqual([])
    }
    await refreshSession(one.auth)
    await settle()
    expect(other.auth.getSnapshot()).toMatchObject({ status: 'signedIn', gen: 2 })
    expect([...one.presented, ...other.presented]).toEqual(['refresh-0'])
  })

  test('behavior: a record that a later version wrote is set aside, told once, and signs nobody out elsewhere', async () => {
    const { tabs, rows, settle } = startTabs(2)
    const [one, other] = tabs
    await settle()
    await one.start()
    await settle()
    for (const [key, row] of rows)
      if (key.startsWith('s:'))
        rows.set(key, { ...(row as object), record: { v: 2, tokens: 'elsewhere' } })
    other.platform.tell('visible')
    await settle()
    expect(other.platform.warnings).toEqual([expect.stringMatching(/set aside/)])
    expect(await getAuthToken(one.auth)).toBe('access-0')
    await one.start()
    await settle()
    expect(await getAuthToken(other.auth)).toMatch(/^access-/)
  })
})
