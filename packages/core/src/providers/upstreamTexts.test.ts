import { describe, expect, test } from 'vitest'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { cloudreve } from './cloudreve/cloudreve.ts'
import { defineProvider } from './defineProvider.ts'
import { oauthFailed } from './oauthFailed.ts'
import { relayed } from './relayed/relayed.ts'
import { requestJson } from './requestJson.ts'
import { tako } from './tako/tako.ts'
import { talkstack } from './talkstack/talkstack.ts'
import { contextOf } from './testing/contextOf.ts'

const unseen = '\u0000\n\u001b[31m\u007f\u0085\u202e\u2066\u2028\u2029\ud800'
const foul = unseen + 'x'.repeat(100_000)

/** Where each API puts its own text. */
const answers: [string, TokenProvider, object, number][] = [
  ['tako', tako(), { status: 'error', error_code: 3001, error_msg: foul }, 200],
  ['tako, the other name', tako(), { status: 'error', error_code: 3001, error_message: foul }, 200],
  ['talkstack', talkstack(), { message: foul }, 401],
  [
    'cloudreve',
    cloudreve({ baseUrl: 'https://files.example' }),
    {
      code: 40020,
      msg: foul,
      correlation_id: foul,
      aggregated_error: { a: { code: 1, msg: foul } },
    },
    200,
  ],
  [
    'one of the dapp’s own, by OAuth’s words',
    defineProvider({
      name: 'own',
      origins: ['https://api.example'],
      async refresh(context) {
        const answer = await requestJson(context, { url: 'https://api.example/token' })
        return answer.type === 'ok' ? oauthFailed(answer) : answer
      },
    }),
    { error: `e${foul}`, error_description: foul },
    400,
  ],
  [
    'one that makes its error itself',
    defineProvider({
      name: 'own',
      origins: ['https://api.example'],
      async refresh(context) {
        const answer = await requestJson(context, { url: 'https://api.example/token' })
        const { said } = (answer as { json: { said: string } }).json
        const texts = { details: said, providerCode: said, correlationId: said }
        return { type: 'transient', error: new TakoKitError('provider/unavailable', said, texts) }
      },
    }),
    { said: foul },
    200,
  ],
  [
    'relayed',
    relayed({ provider: 'mine', url: '/auth', origins: ['https://api.example'] }),
    { code: 'provider/refused', title: foul, detail: foul, correlationId: foul },
    401,
  ],
  [
    'relayed, a code of its own',
    relayed({ provider: 'mine', url: '/auth', origins: ['https://api.example'] }),
    { code: foul, title: foul, detail: foul, correlationId: foul },
    401,
  ],
]

describe('what an API says is cut and made visible', () => {
  test.each(answers)('behavior: %s', async (_, provider, json, status) => {
    const tokens = { accessToken: `a${unseen}`, refreshToken: `r${unseen}`, lifetimeMs: 1 }
    const outcome = await provider.refresh(contextOf({ json, status }), {
      tokens,
      account: `a${unseen}`,
    })
    if (outcome.type === 'ok') throw new Error('unexpected')
    const { message, details = '', providerCode = '', correlationId = '' } = outcome.error
    for (const text of [message, details, String(providerCode), correlationId]) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]/u)
      expect(text.length).toBeLessThanOrEqual(text === message ? 2_000 : 500)
    }
    expect(correlationId.length).toBeLessThanOrEqual(128)
    expect(details + message).toContain('xxx')
  })
})
