import { cloudreve, defineProvider, relayed, tako, TakoKitError } from '@takokit/core'
import { describe, expect, test } from 'vitest'
import { createRelay } from '../createRelay.ts'
import { privateCloud } from '../providers/privateCloud/privateCloud.ts'
import { testSecret } from '../testing/createWorld.ts'
import type { RelayOptions } from '../types/RelayOptions.ts'
import { isPrivateHost } from './isPrivateHost.ts'

const right: RelayOptions = {
  providers: [tako()],
  secret: testSecret,
  origin: 'https://dapp.example',
}
const at = (baseUrl: string) => cloudreve({ baseUrl })
const mine = (name: string, origins: string[]) => ({
  name,
  origins,
  refresh: async () => ({ type: 'ok' as const, tokens: { accessToken: '', lifetimeMs: 1 } }),
})

describe('a mistake in the options is found at the start, and named', () => {
  test.each([
    [{ secret: undefined }, 'secret', 'of 32 characters or more'],
    [{ secret: 'canary-too-short' }, 'secret', 'got one of 16 characters'],
    [{ secret: 'canary'.repeat(1).padEnd(40, 'c') }, 'secret', 'repeats itself'],
    [{ secret: [] }, 'secret', 'got 0 of them'],
    [{ secret: [testSecret, 'canary-too-short'] }, 'secret', 'of 16 characters'],
    [{ secret: [testSecret, 7] }, 'secret', 'number'],
    [{ origin: undefined }, 'origin', 'such as "https://dapp.example"'],
    [{ origin: [] }, 'origin', 'got none'],
    [{ origin: '*' }, 'origin', '"*"'],
    [{ origin: 'dapp.example' }, 'origin', '"dapp.example"'],
    [{ origin: 'https://dapp.example/' }, 'origin', '"https://dapp.example/"'],
    [{ origin: 'https://dapp.example/app' }, 'origin', '/app'],
    [{ origin: 'http://dapp.example' }, 'origin', 'https, or http on localhost'],
    [{ origin: 'null' }, 'origin', '"null"'],
    [{ basePath: 'auth' }, 'basePath', '"auth"'],
    [{ basePath: '/auth/' }, 'basePath', '"/auth/"'],
    [{ basePath: '/a/../b' }, 'basePath', '/a/../b'],
    [{ basePath: '/a?b' }, 'basePath', '/a?b'],
    [{ providers: [] }, 'providers', 'one token provider at least'],
    [{ providers: undefined }, 'providers', 'none'],
    [{ providers: [{}] }, 'providers[0]', 'such as `tako()`'],
    [{ providers: [tako(), tako()] }, 'providers[1].name', '"tako" twice'],
    [
      {
        providers: [relayed({ provider: 'tako', url: '/auth', origins: ['https://api.tako.so'] })],
      },
      'providers[0]',
      'belongs in the page',
    ],
    [{ providers: [tako({ baseUrl: '/tako' })] }, 'providers[0]', 'absolute https address'],
    [{ providers: [mine('healthz', ['https://a.example'])] }, 'providers[0].name', 'no route'],
    [{ providers: [mine('a/b', ['https://a.example'])] }, 'providers[0].name', 'letters, digits'],
    [{ providers: [mine('a', [])] }, 'providers[0].origins', 'none'],
    [{ providers: [mine('a', ['ftp://a.example'])] }, 'providers[0]', 'absolute https'],
    [{ providers: [mine('a', ['http://a.example'])] }, 'providers[0]', 'http at a.example'],
    [
      { providers: [mine('a', ['https://u:canary@a.example'])] },
      'providers[0]',
      'without credentials',
    ],
    [
      { providers: [at('https://10.0.0.1/api/v4')] },
      'providers[0]',
      'the private address 10.0.0.1',
    ],
    [{ rateLimits: { session: { requests: 0, perMs: 1 } } }, 'rateLimits.session', '"requests":0'],
    [{ rateLimits: { address: null } }, 'rateLimits.address', 'requests, perMs'],
    [{ timing: { requestTimeoutMs: Number.NaN } }, 'timing.requestTimeoutMs', 'NaN'],
    [{ timing: { successorMs: -1 } }, 'timing.successorMs', '-1'],
    [{ maxBodyBytes: 0 }, 'maxBodyBytes', '1024'],
    [{ tokensIn: 'page' }, 'tokensIn', '"cookie" or "store"'],
  ])('behavior: %o', (options, field, says) => {
    const make = () => createRelay({ ...right, ...options } as RelayOptions)
    expect(make).toThrow(TakoKitError)
    expect(make).toThrow(`\`${field}\` expects `)
    expect(make).toThrow(says)
    expect(make).not.toThrow(/canary/)
  })

  test('default: what is right passes', () => {
    for (const options of [
      {},
      { origin: 'http://localhost:5173' },
      { origin: ['https://a.example', 'https://b.example:8443'] },
      { basePath: '' },
      { basePath: '/api/auth' },
      { secret: [testSecret, `${testSecret}-older`] },
      { secret: async () => testSecret },
      { providers: [at('https://10.0.0.1')], allowPrivateUpstreams: true },
      { providers: [at('https://files.internal')], allowPrivateUpstreams: ['files.internal'] },
      { providers: [at('http://127.0.0.1:8000')], allowPrivateUpstreams: ['127.0.0.1'] },
    ])
      expect(() => createRelay({ ...right, ...options })).not.toThrow()
    expect(() =>
      createRelay({
        ...right,
        providers: [at('https://10.0.0.1')],
        allowPrivateUpstreams: ['10.0.0.2'],
      }),
    ).toThrow('`allowPrivateUpstreams`')
  })

  test.each([
    ['http://[::1]:8000', ['::1']],
    ['http://[::1]:8000', ['[::1]']],
    ['http://[::1]:8000', ['[::1]:8000']],
    ['http://[::1]:8000', ['0:0:0:0:0:0:0:1']],
    ['http://127.0.0.1:8000', ['127.0.0.1']],
    ['http://127.0.0.1:8000', ['127.0.0.1:8000']],
    ['http://127.0.0.1:8000', ['other', ' 127.0.0.1:8000 ']],
    ['http://127.0.0.1', ['127.0.0.1:80']],
    ['https://files.internal', ['files.internal:443']],
    ['https://files.internal', ['FILES.internal']],
    ['https://[fd00::1]', ['fd00::1']],
  ])('parameters: allowPrivateUpstreams: %s by %o', (address, allowPrivateUpstreams) => {
    const providers = [mine('own', [address])]
    expect(() => createRelay({ ...right, providers, allowPrivateUpstreams })).not.toThrow()
  })

  test.each([
    ['http://[::1]:8000', ['::2', '[::1]:8001', '1', '']],
    ['http://127.0.0.1:8000', ['127.0.0.1:8001', '127.0.0.2', 'http://127.0.0.1:8000', '*']],
    ['https://files.internal', ['internal', 'files.internal:80', 'a.files.internal']],
    ['https://[fd00::1]', ['fd00::', 'fd00::1:443']],
  ])('behavior: %s is not allowed by %o, and the error says what would', (address, allowed) => {
    const providers = [mine('own', [address])]
    const make = (allowPrivateUpstreams: string[]) => () =>
      createRelay({ ...right, providers, allowPrivateUpstreams })
    for (const one of allowed) expect(make([one])).toThrow('`allowPrivateUpstreams`')
    let said = ''
    try {
      make([])()
    } catch (error) {
      said = /add "([^"]+)" to `allowPrivateUpstreams`/.exec(String(error))?.[1] ?? ''
    }
    expect(said).toBe(new URL(address).host)
    expect(make([said])).not.toThrow()
  })

  test('behavior: a secret from a function is checked when it comes, and not told', async () => {
    const logs: unknown[] = []
    const relay = createRelay({
      ...right,
      secret: () => 'canary-short',
      logger: (entry) => logs.push(entry),
    })
    const response = await relay.fetch(
      new Request('https://dapp.example/auth/tako/token', {
        method: 'POST',
        headers: {
          origin: 'https://dapp.example',
          'x-takokit': '1',
          'content-type': 'application/json',
          cookie: '__Host-takokit-tako=1.eyJhbGciOiJkaXIifQ..a.b.c',
        },
        body: '{"account":""}',
      }),
    )
    expect(response.status).toBe(500)
    expect(JSON.stringify([await response.json(), logs])).not.toContain('canary-short')
    expect(JSON.stringify(logs)).toContain('`secret` expects')
  })
})

describe('an upstream on a private network', () => {
  /** Normalized as a URL's host. */
  const hostOf = (host: string) => new URL(`https://${host}/`).hostname

  test.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'printer',
    'printer.local',
    'db.internal',
    'db.intranet',
    'api.default.svc',
    'host.localdomain',
    'metadata.google.internal',
    'metadata.goog',
    'nas.lan',
    'router.home.arpa',
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0.0.0.0',
    '0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '169.254.170.2',
    '100.64.0.1',
    '100.127.0.1',
    '192.0.0.192',
    '198.18.0.1',
    '198.19.1.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '[::]',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[::127.0.0.1]',
    '[::ffff:0:127.0.0.1]',
    '[fe80::1]',
    '[fec0::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[64:ff9b::a9fe:a9fe]',
    '[2002:7f00:1::]',
  ])('behavior: %s is refused', (host) => {
    expect(isPrivateHost(hostOf(host))).toBe(true)
    expect(() => createRelay({ ...right, providers: [mine('a', [`https://${host}`])] })).toThrow(
      'the private address',
    )
  })

  test.each([
    'api.tako.so',
    '8.8.8.8',
    '172.32.0.1',
    '172.15.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '11.0.0.1',
    '192.169.0.1',
    '[2606:4700::1]',
    'local.example',
    'internal.example',
  ])('default: %s is not', (host) => {
    expect(isPrivateHost(hostOf(host))).toBe(false)
  })
})

test('default: privateCloud fits', () => {
  const cloud = privateCloud({
    baseUrl: 'https://cloud.example.com',
    clientId: 'a',
    clientSecret: 'b',
  })
  expect(() => createRelay({ ...right, providers: [cloud] })).not.toThrow()
  const own = defineProvider(mine('own', ['https://a.example']))
  expect(() => createRelay({ ...right, providers: [own, cloud] })).not.toThrow()
})
