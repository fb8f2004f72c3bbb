import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { restoreSession } from '../actions/restoreSession.ts'
import { refreshSession } from '../actions/refreshSession.ts'
import * as core from '../exports/index.ts'
import { startScripted } from '../session/testing/startScripted.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { failed } from './failed.ts'
import { oauthFailed } from './oauthFailed.ts'
import { requestJson } from './requestJson.ts'
import { contextOf } from './testing/contextOf.ts'

const url = 'https://login.example.com/token'

describe('oauthFailed', () => {
  test.each([
    ['invalid_grant', 400, 'terminal'],
    ['invalid_grant', 401, 'terminal'],
    ['invalid_grant', 200, 'terminal'],
    ['invalid_client', 401, 'transient'],
    ['unauthorized_client', 400, 'transient'],
    ['invalid_request', 400, 'transient'],
    ['unsupported_grant_type', 400, 'transient'],
    ['invalid_scope', 400, 'transient'],
    ['temporarily_unavailable', 400, 'transient'],
    ['slow_down', 400, 'transient'],
    ['access_denied', 400, 'malformed'],
    [undefined, 400, 'malformed'],
    [undefined, 200, 'malformed'],
    [{ code: 'invalid_grant' }, 400, 'malformed'],
  ])('default: %j at %d: %s', async (error, status, type) => {
    const answer = await requestJson(contextOf({ json: { error }, status }), { url })
    if (answer.type !== 'ok') throw new Error('unexpected')
    expect(oauthFailed(answer)).toMatchObject({ type })
  })

  test.each([500, 503])('behavior: invalid_grant at %d refuses nothing', async (status) => {
    const options = { url, allowServerErrors: true }
    const context = contextOf({ json: { error: 'invalid_grant' }, status })
    const answer = await requestJson(context, options)
    if (answer.type !== 'ok') throw new Error('unexpected')
    expect(oauthFailed(answer).type).toBe('ambiguous')
  })
})

/** The provider that a snippet in the documentation creates. */
function providerIn(text: string): TokenProvider {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  })
  const run = runInThisContext(`((require, exports) => {${outputText}; return mine})`) as (
    require: (name: string) => unknown,
    exports: object,
  ) => TokenProvider
  return run(() => core, {})
}
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const readme = /```ts\n((?:(?!```)[^])*defineProvider\((?:(?!```)[^])*)```/.exec(
  read('../../README.md'),
)?.[1]
const docstring = /```ts\n((?:(?!```)[^])*)```/
  .exec(read('./defineProvider.ts'))?.[1]
  ?.replaceAll(/^ \* ?/gm, '')

describe.each([
  ['the README', readme],
  ['the docstring', docstring],
])('the example in %s', (_, text = '') => {
  const tokens = { accessToken: 'a', refreshToken: 'r', lifetimeMs: 1 }

  test.each([
    ['JSON at 500', { json: { error: 'Internal Server Error' }, status: 500 }],
    [
      'JSON at 503, and a word that looks like a refusal',
      { json: { error: 'invalid_grant' }, status: 503 },
    ],
    ['HTML at 200', { text: '<html>' }],
    ['HTML at 502', { text: '<html>', status: 502 }],
    ['429', { json: { error: 'slow' }, status: 429 }],
    ['nothing', { text: '', status: 204 }],
    ['another shape', { json: { hello: 1 } }],
    ['a bad request', { json: { error: 'bad_request' }, status: 400 }],
  ])('behavior: %s ends no session', async (_, answer) => {
    const outcome = await providerIn(text).refresh(
      {
        ...contextOf(answer),
        fetch: async () =>
          new Response('json' in answer ? JSON.stringify(answer.json) : answer.text || null, {
            status: 200,
            ...answer,
          }),
      },
      { tokens, account: 'a' },
    )
    expect(['throttled', 'transient', 'ambiguous', 'malformed']).toContain(outcome.type)
  })
})

test('behavior: a provider that calls a 5xx answer terminal is corrected, with one warning', async () => {
  let status = 500
  const { auth, start, platform } = startScripted({
    serve: () => new Response('{}', { status }),
    provider: {
      async refresh(context) {
        await context.fetch('https://api.example/refresh')
        return failed('terminal', 'provider/refused', 'Refused.')
      },
    },
  })
  await start()
  for (let tries = 0; tries < 3; tries++) {
    await refreshSession(auth).catch(() => {})
    await platform.advance(600_000)
  }
  await restoreSession(auth)
  expect(auth.getSnapshot().status).toBe('signedIn')
  expect(platform.warnings).toEqual([expect.stringContaining('HTTP 5xx')])
  // Only 5xx is corrected.
  status = 400
  await platform.advance(3_600_000)
  expect(auth.getSnapshot().status).toBe('signedOut')
})
