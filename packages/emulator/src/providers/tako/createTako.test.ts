import { getAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import documented from '../../fixtures/tako.json' with { type: 'json' }
import {
  account,
  documentedAt,
  messageFor,
  setup,
  signIn,
  type TakoData,
} from '../../testing/setup.ts'
import { takoErrors } from './takoErrors.ts'

const unsigned = (token: string) => token.split('.').slice(0, 2).join('.')
const hour = 3_600_000

async function signed(message: string, index = 0) {
  return { message, signature: await account(index).signMessage({ message }) }
}

async function errorCode(response: Response) {
  const body = (await response.json()) as { error_code: number }
  return body.error_code
}

describe('POST /v2/token', () => {
  test('default: the documented pair yields the documented tokens, but for the signature', async () => {
    const { post, controls } = setup()
    const { request, response } = documented.signIn
    const answer = await post('/v2/token', request.body, request.headers)
    expect(answer.status).toBe(response.status)
    const body = (await answer.json()) as typeof response.body
    const expected = response.body
    expect(Object.keys(body.data)).toEqual(Object.keys(expected.data))
    expect({ ...body.data, token: '', refresh_token: '' }).toEqual({
      ...expected.data,
      token: '',
      refresh_token: '',
    })
    expect(unsigned(body.data.token)).toBe(unsigned(expected.data.token))
    expect(unsigned(body.data.refresh_token)).toBe(unsigned(expected.data.refresh_token))
    expect(controls.tako.counters().signIns).toBe(1)
  })

  test('behavior: any account that really signed', async () => {
    const { token } = await signIn(setup(), 3)
    const [, claims = ''] = token.split('.')
    expect(JSON.parse(atob(claims))).toEqual({
      address: account(3).address,
      type: 'token',
      exp: documentedAt / 1_000 + 3_600,
    })
  })

  test('behavior: another account signed', async () => {
    const body = await signed(messageFor(account(0).address), 1)
    const response = await setup().post('/v2/token', body)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      status: 'error',
      error_code: 3001,
      error_msg: 'Verify ownerProof fail',
    })
  })

  test.each([
    [
      'Tako\u2019s older client',
      (a: string, t: string) =>
        `https://takoyaki.so wants you to sign in with your Ethereum \naccount:\n${a}\n\nThis request will not trigger a blockchain transaction or cost any gas fees.\n\nYour authentication status will reset after 24 hours.\n\nURI: https://takoyaki.so\nIssued At:\n${t}\n\n`,
    ],
    ['carriage returns', (a: string, t: string) => messageFor(a, t).replaceAll('\n', '\r\n')],
    ['one newline', (a: string, t: string) => `\nACCOUNT:\n${a}\nISSUED AT:\n${t}\n\n`],
    ['one newline at the end', (a: string, t: string) => messageFor(a, t).slice(0, -1)],
    ['lower case', (a: string, t: string) => messageFor(a.toLowerCase(), t)],
    ['upper case', (a: string, t: string) => messageFor(`0x${a.slice(2).toUpperCase()}`, t)],
    [
      'lines around',
      (a: string, t: string) => `Dapp.\nnonce 1\n${messageFor(a, t)}URI: https://a.example`,
    ],
    ['a zone offset', (a: string) => messageFor(a, '2023-08-01T15:29:31.123456789+05:00')],
  ])('behavior: reads %s', async (_, build) => {
    const message = build(account().address, '2023-08-01T10:29:31Z')
    const response = await setup().post('/v2/token', await signed(message))
    expect(response.status).toBe(200)
  })

  test.each([
    ['no account', 1101, 'ISSUED AT:\n2023-08-01T10:29:31Z'],
    ['no time', 1101, `ACCOUNT:\n${account().address}\n`],
    ['two accounts', 1101, `ACCOUNT:\n${account(1).address}\n${messageFor(account().address)}`],
    ['two times', 1101, `${messageFor(account().address)}ISSUED AT:\n2023-08-01T10:29:31Z\n`],
    ['the time first', 1101, `ISSUED AT:\n2023-08-01T10:29:31Z\nACCOUNT:\n${account().address}`],
    ['no address', 3000, messageFor('vitalik.eth')],
    ['a wrong checksum', 3000, messageFor(account().address.replace('f39F', 'f39f'))],
    ['no RFC 3339 time', 3003, messageFor(account().address, '2023-08-01 10:29')],
    ['a day that is none', 3003, messageFor(account().address, '2023-02-30T10:29:31Z')],
    ['the future', 3003, messageFor(account().address, '2023-08-02T07:09:08Z')],
    ['the distant past', 3002, messageFor(account().address, '2023-08-01T07:04:06Z')],
  ])('behavior: refuses %s', async (_, code, message) => {
    expect(await errorCode(await setup().post('/v2/token', await signed(message)))).toBe(code)
  })

  test('behavior: the window is closed on both sides to the second', async () => {
    const { post } = setup()
    for (const time of ['2023-08-02T07:09:07Z', '2023-08-01T07:04:07Z'])
      expect(
        (await post('/v2/token', await signed(messageFor(account().address, time)))).status,
      ).toBe(200)
  })

  test('parameters: maxAgeMs, maxAheadMs', async () => {
    const { post } = setup({ tako: { maxAgeMs: 1_000, maxAheadMs: 0 } })
    const at = async (ms: number) => {
      const time = new Date(documentedAt + ms).toISOString()
      return (await post('/v2/token', await signed(messageFor(account().address, time)))).status
    }
    expect([await at(-1_001), await at(-1_000), await at(0), await at(1)]).toEqual([
      400, 200, 200, 400,
    ])
  })

  test.each([
    ['no JSON', 1100, 'hello'],
    ['no object', 1100, '[]'.slice(1)],
    ['no signature', 1101, { message: 'a' }],
    ['a signature that is no text', 1101, { message: 'a', signature: 1 }],
    [
      'a signature that is not hexadecimal',
      1101,
      { message: messageFor(account().address), signature: '0xzz' },
    ],
    [
      'a contract\u2019s signature',
      3001,
      { message: messageFor(account().address), signature: `0x${'ab'.repeat(97)}` },
    ],
    [
      'garbage of the right length',
      3001,
      { message: messageFor(account().address), signature: `0x${'ff'.repeat(65)}` },
    ],
  ])('behavior: refuses a body with %s', async (_, code, body) => {
    expect(await errorCode(await setup().post('/v2/token', body))).toBe(code)
  })

  test('behavior: a body that is not declared as JSON is none', async () => {
    const body = await signed(messageFor(account().address))
    const response = await setup().post('/v2/token', body, { 'content-type': 'text/plain' })
    expect(await errorCode(response)).toBe(1100)
  })

  test('parameters: verifySignature', async () => {
    const asked: unknown[] = []
    const { post } = setup({
      tako: {
        verifySignature: (parameters) => {
          asked.push(parameters)
          return true
        },
      },
    })
    const message = messageFor(account().address)
    const signature = `0x${'ab'.repeat(97)}`
    expect((await post('/v2/token', { message, signature })).status).toBe(200)
    expect(asked).toEqual([{ address: account().address, message, signature }])
  })

  test('parameters: errorField, errorStatus', async () => {
    const { post } = setup({ tako: { errorField: 'error_message', errorStatus: () => 200 } })
    const response = await post('/v2/token', {})
    expect(response.status).toBe(200)
    expect(Object.keys((await response.json()) as object)).toEqual([
      'status',
      'error_code',
      'error_message',
    ])
  })
})

describe('POST /v2/refresh_token', () => {
  test('default: the documented times', async () => {
    const api = setup()
    const first = await api.post('/v2/token', documented.signIn.request.body)
    const { data } = (await first.json()) as typeof documented.signIn.response.body
    api.controls.clock.set(documented.refreshedAt)
    const { refresh_token } = data
    const answer = await api.post('/v2/refresh_token', { refresh_token })
    const body = (await answer.json()) as typeof documented.refresh.response.body
    const expected = documented.refresh.response.body.data
    expect(Object.keys(body.data)).toEqual(Object.keys(expected))
    expect(unsigned(body.data.token)).toBe(unsigned(expected.token))
    expect(unsigned(body.data.refresh_token)).toBe(unsigned(expected.refresh_token))
    expect(body.data.expires_in).toBe(3_600)
  })

  test('behavior: two refreshes within one second are byte-identical', async () => {
    const api = setup()
    const first = await signIn(api)
    const again = async () => {
      const { refresh_token } = first
      return (await (await api.post('/v2/refresh_token', { refresh_token })).json()) as unknown
    }
    api.controls.clock.advance(5_000)
    expect(await again()).toEqual(await again())
  })

  test('behavior: an access token is no refresh token, a foreign one is unknown', async () => {
    const api = setup()
    const { token } = await signIn(api)
    for (const refresh_token of [token, 'x', documented.refresh.request.body.refresh_token]) {
      const response = await api.post('/v2/refresh_token', { refresh_token })
      expect(response.status).toBe(401)
      expect(await errorCode(response)).toBe(600)
    }
    expect(api.controls.tako.counters().unknown).toBe(3)
  })

  test('behavior: lives 24 hours to the second, and slides', async () => {
    const api = setup()
    let { refresh_token } = await signIn(api)
    const refresh = () => api.post('/v2/refresh_token', { refresh_token })
    for (let round = 0; round < 3; round++) {
      api.controls.clock.advance(24 * hour - 1_000)
      const response = await refresh()
      expect(response.status).toBe(200)
      refresh_token = ((await response.json()) as { data: TakoData }).data.refresh_token
    }
    api.controls.clock.advance(24 * hour)
    expect((await refresh()).status).toBe(401)
  })

  test('behavior: a token of an earlier run is still good, unless it was revoked', async () => {
    const { refresh_token, token } = await signIn(setup())
    const later = setup()
    expect((await later.post('/v2/refresh_token', { refresh_token })).status).toBe(200)
    const call = { index: 1 }
    const headers = { authorization: `Bearer ${token}` }
    expect((await later.post('/v2/farcaster/ignore_bid', call, headers)).status).toBe(200)
    const revoked = setup()
    revoked.controls.tako.revoke('all')
    expect((await revoked.post('/v2/refresh_token', { refresh_token })).status).toBe(401)
    const foreign = setup({ secret: 'another' })
    expect((await foreign.post('/v2/refresh_token', { refresh_token })).status).toBe(401)
  })

  test('parameters: refusedCode', async () => {
    const { post } = setup({ tako: { refusedCode: 3002 } })
    expect(await errorCode(await post('/v2/refresh_token', { refresh_token: 'x' }))).toBe(3002)
  })
})

describe('POST /v2/farcaster/ignore_bid, /v2/lens/ignore_bid', () => {
  const call = async (path: string, body: unknown, authorization?: string) => {
    const api = setup()
    const { token } = await signIn(api)
    return api.post(path, body, { authorization: authorization ?? `Bearer ${token}` })
  }

  test('default', async () => {
    const body = { ignore: true, index: 70, fids: [15706] }
    const response = await call('/v2/farcaster/ignore_bid', body)
    expect(await response.json()).toEqual({
      status: 'success',
      data: 'update ignore info of 70 to true succeed',
    })
    const lens = { index: 7, platformType: 'momoka', ignore: false }
    expect(await (await call('/v2/lens/ignore_bid', lens)).json()).toEqual({
      status: 'success',
      data: 'update ignore info of 7 to false succeed',
    })
  })

  test.each([
    ['/v2/farcaster/ignore_bid', { index: '70' }],
    ['/v2/farcaster/ignore_bid', { index: 1, fids: 3 }],
    ['/v2/lens/ignore_bid', { index: 1, platformType: 'mars' }],
    ['/v2/lens/ignore_bid', { index: 1 }],
  ])('behavior: %s refuses %j', async (path, body) => {
    expect(await errorCode(await call(path, body))).toBe(1101)
  })

  test.each(['', 'Bearer', 'Bearer:token', 'Basic abc', 'Bearer nonsense'])(
    'behavior: %j is no authorization',
    async (authorization) => {
      const response = await call('/v2/farcaster/ignore_bid', { index: 1 }, authorization)
      expect(response.status).toBe(401)
    },
  )

  test('behavior: an access token lives one hour to the second', async () => {
    const api = setup()
    const { token } = await signIn(api)
    const status = async () => {
      const headers = { authorization: `Bearer ${token}` }
      return (await api.post('/v2/farcaster/ignore_bid', { index: 1 }, headers)).status
    }
    api.controls.clock.advance(hour - 1)
    expect(await status()).toBe(200)
    api.controls.clock.advance(1)
    expect(await status()).toBe(401)
  })
})

describe('rate limit', () => {
  test('default: 60 a minute from one address', async () => {
    const api = setup()
    const from = async (clientAddress: string) => {
      const url = 'https://api.tako.so/v2/token'
      return (await api.fetch(url, { method: 'POST' }, { clientAddress })).status
    }
    for (let count = 0; count < 60; count++) expect(await from('203.0.113.1')).toBe(400)
    expect(await from('203.0.113.1')).toBe(429)
    expect(await from('203.0.113.2')).toBe(400)
    api.controls.tako.clock.advance(60_000)
    expect(await from('203.0.113.1')).toBe(400)
  })

  test('behavior: says how long to wait', async () => {
    const api = setup({ tako: { rateLimit: { requests: 1, perMs: 10_000 } } })
    await api.post('/v2/token')
    api.controls.clock.advance(2_500)
    const response = await api.post('/v2/token')
    expect(response.headers.get('retry-after')).toBe('8')
    expect(await response.json()).toMatchObject({ status: 'error' })
  })

  test('parameters: rateLimit false', async () => {
    const { post } = setup({ tako: { rateLimit: false } })
    for (let count = 0; count < 70; count++) expect((await post('/v2/token')).status).toBe(400)
  })
})

describe('documented errors', () => {
  test.each(Object.entries(takoErrors))('behavior: %s on demand', async (code, message) => {
    const { post, controls } = setup()
    controls.tako.failNext({ type: 'error', code: Number(code) })
    const response = await post('/v2/refresh_token', { refresh_token: 'x' })
    expect(await response.json()).toEqual({
      status: 'error',
      error_code: Number(code),
      error_msg: message,
    })
  })
})

test('parameters: issue', async () => {
  const { controls, post } = setup()
  const subject = account(2).address.toLowerCase()
  const issued = await controls.tako.issue({ subject })
  expect(issued.subject).toBe(getAddress(subject))
  expect(issued.expiresInMs).toBe(hour)
  expect(issued.wire.data).toEqual({
    token_type: 'Bearer',
    token: issued.accessToken,
    refresh_token: issued.refreshToken,
    expires_in: 3_600,
  })
  const { refreshToken: refresh_token } = issued
  expect((await post('/v2/refresh_token', { refresh_token })).status).toBe(200)
})
