import type { AuthEvent } from '@takokit/core'
import { expect, test } from 'vitest'
import { formatDistance } from './formatDistance.ts'
import { formatDuration } from './formatDuration.ts'
import { sentenceOf } from './sentenceOf.ts'
import { shorten } from './shorten.ts'
import { tabName } from './tabName.ts'

test.each([
  [0, '0 s'],
  [59_400, '59 s'],
  [60_000, '1 min 0 s'],
  [3_725_000, '1 h 2 min'],
])('formatDuration: %i ms', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test('formatDistance: ahead, behind, unknown', () => {
  expect(formatDistance(5_000, 1_000)).toBe('in 4 s')
  expect(formatDistance(1_000, 5_000)).toBe('4 s ago')
  expect(formatDistance(undefined, 0)).toBe('–')
})

test('shorten and tabName', () => {
  expect(shorten('0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266')).toBe('0xf39F…2266')
  expect(shorten('ada')).toBe('ada')
  expect(tabName('1234567890', '1234567890')).toBe('this tab')
  expect(tabName('1234567890', 'other')).toBe('tab 123456')
})

test.each<[Partial<AuthEvent>, string]>([
  [{ type: 'restored' }, 'Restored without a prompt'],
  [{ type: 'signInStarted' }, 'The wallet was asked to sign'],
  [{ type: 'messageSigned' }, 'Signed; exchanging it for tokens'],
  [{ type: 'signInFailed', code: 'wallet/rejected' as never }, 'Signing in ended: wallet/rejected'],
  [{ type: 'sessionStarted' }, 'Signed in'],
  [{ type: 'refreshStarted' }, 'Renewing the tokens'],
  [{ type: 'tokensRefreshed', isOwn: true }, 'Renewed the tokens'],
  [{ type: 'tokensRefreshed', isOwn: false }, 'Adopted what another tab renewed'],
  [{ type: 'refreshDeferred', code: 'network/failed' }, 'Not renewed yet: network/failed'],
  [{ type: 'sessionEnded', reason: 'user' }, 'Signed out: user'],
  [{ type: 'signedOut', revoked: true }, 'Revoked at the provider: yes'],
  [{ type: 'signedOut', revoked: 'unsupported' }, 'Its provider has no call to revoke tokens'],
  [{ type: 'newer' as never }, 'newer'],
])('sentenceOf: %o', (event, sentence) => {
  expect(sentenceOf(event as AuthEvent)).toBe(sentence)
})
