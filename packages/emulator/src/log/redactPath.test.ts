import { expect, test } from 'vitest'
import { redactPath } from './redactPath.ts'

test.each([
  ['https://a.example/v2/token', '/v2/token'],
  [
    'https://a.example/x.do?grant_type=refresh_token&refresh_token=s',
    '/x.do?grant_type=refresh_token&refresh_token=[redacted]',
  ],
  ['https://a.example/x?grant_type=s', '/x?grant_type=[redacted]'],
  ['https://user:s@a.example/x?size=1#s', '/x?size=[redacted]'],
])('default: %s', (url, expected) => {
  expect(redactPath(url)).toBe(expected)
})
