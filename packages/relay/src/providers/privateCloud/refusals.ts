import type { JsonAnswer } from '@takokit/core'
import { record, safeParse, string, unknown } from 'valibot'

export type OkAnswer = Extract<JsonAnswer, { type: 'ok' }>

export const members = record(string(), unknown())

/** OAuth's codes for an operator's mistake, which say nothing about the token (RFC 6749, 5.2). */
const clientWords = ['invalid_client', 'unauthorized_client']
const requestWords = ['invalid_request', 'unsupported_grant_type', 'invalid_scope']

/** Failures are undocumented: 400, 401 and 403 are suspect and get confirmed, unless they name another cause. */
export function isTokenRefused({ status, json }: OkAnswer): boolean {
  const word = errorWord(json)
  // BabelBird's own envelope, at any status: its cause is not documented, so it is confirmed.
  if (status < 500 && word === undefined && envelopeCode(json) !== undefined) return true
  if (word === 'invalid_grant' || word === 'invalid_token') return true
  if (word && [...clientWords, ...requestWords].includes(word)) return false
  // Basic credentials are refused with 401 (RFC 7617).
  return status === 400 || status === 403 || (status === 401 && word !== undefined)
}

/** Wrong credentials of the operator must not sign users out. */
export function isClientRefused({ status, json }: OkAnswer): boolean {
  const word = errorWord(json)
  return word ? clientWords.includes(word) : status === 401 && envelopeCode(json) === undefined
}

/** The code of a failure in the form `{"code":≠0,"success":false}`, which also comes with HTTP 200. */
export function envelopeCode(json: unknown): string | number | undefined {
  const read = safeParse(members, json)
  const { code, success } = read.success ? read.output : {}
  const isCode = typeof code === 'number' || typeof code === 'string'
  return success === false && isCode && Number(code) !== 0 ? code : undefined
}

function errorWord(json: unknown): string | undefined {
  const read = safeParse(members, json)
  const word = read.success ? read.output.error : undefined
  return typeof word === 'string' ? word : undefined
}
