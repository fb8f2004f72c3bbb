import { createTakoMessage, tako } from '@takokit/core'
import { serveEmulator } from '@takokit/emulator/node'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createRelay } from '../createRelay.ts'
import { serveRelay } from '../node/serveRelay.ts'
import { createBrowser, testOrigin } from '../testing/createBrowser.ts'
import { account, createWorld, testSecret } from '../testing/createWorld.ts'
import { writeRequest } from '../testing/rawCases.ts'
import { sendOverHttp } from '../testing/sendOverHttp.ts'
import { speak } from '../testing/speak.ts'
import { startWorkerd, workerdPath } from '../testing/startWorkerd.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Every byte, and every character that some language treats as white space, as the bytes sent. */
const blanks = [
  ...Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)),
  ...[0x85, 0xa0, 0xad, 0x1680, 0x180e, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff],
  ...Array.from({ length: 16 }, (_, index) => 0x2000 + index),
].map((one) =>
  typeof one === 'string' ? one : Buffer.from(String.fromCodePoint(one)).toString('latin1'),
)

const places = ['front', 'behind', 'inside'] as const

function plant(blank: string, place: (typeof places)[number], cookie: string): string {
  const at = { front: 0, behind: cookie.indexOf('='), inside: 9 }[place]
  return cookie.slice(0, at) + blank + cookie.slice(at)
}

/** What a browser itself sends before a name, and what cannot be part of a name. */
const isSeparator = (blank: string) => [' ', '\t', ';'].includes(blank)
/** What a server may reject as an invalid header. */
const isControl = (blank: string) => blank.length === 1 && (blank < ' ' || blank === '\x7f')

async function signIn(url: string, index: number): Promise<{ cookie: string; address: string }> {
  const page = createBrowser({ send: sendOverHttp(url) })
  const { address, signMessage } = account(index)
  const message = createTakoMessage({ address })
  const signature = await signMessage({ message })
  await page.post('/auth/tako/sign-in', { address, message, signature })
  return { cookie: page.cookie(), address }
}

/** Sends a `cookie` header as it is, and returns the subject that it signs in. */
async function whoIs(url: string, cookie: string): Promise<{ status: number; subject?: string }> {
  const { text, statuses } = await speak(url, writeRequest({ cookie }))
  const subject = /"subject":"(\w+)"/.exec(text)?.[1]
  return { status: statuses[0] ?? 0, ...(subject && { subject }) }
}

async function expectNamesAreCompared(url: string) {
  const [attacker, victim] = await Promise.all([signIn(url, 0), signIn(url, 1)])
  const cases = places.flatMap((place) => blanks.map((blank) => ({ place, blank })))
  const wrong: unknown[] = []
  const accepted: string[] = []
  async function tryNext() {
    for (let next = cases.pop(); next; next = cases.pop()) {
      const { place, blank } = next
      const planted = plant(blank, place, attacker.cookie)
      const isOurs = place === 'front' && isSeparator(blank)
      const alone = await whoIs(url, planted)
      if (alone.subject) accepted.push(`${place} ${JSON.stringify(blank)}`)
      if (alone.subject && !isOurs) wrong.push([place, blank, 'alone', alone])
      if (alone.status >= 500) wrong.push([place, blank, 'alone', alone])
      // The genuine cookie before it and behind it.
      for (const header of [`${planted}; ${victim.cookie}`, `${victim.cookie}; ${planted}`]) {
        const beside = await whoIs(url, header)
        // Our name occurs twice: neither cookie counts.
        const isTwice = isOurs || (place === 'behind' && blank === '=')
        const isRight = isTwice
          ? beside.status === 401
          : beside.subject === victim.address || (isControl(blank) && beside.status === 400)
        if (!isRight) wrong.push([place, blank, header.startsWith(planted), beside])
      }
    }
  }
  await Promise.all(Array.from({ length: 32 }, tryNext))
  expect(wrong).toEqual([])
  expect(accepted.sort()).toEqual(['front " "', 'front ";"', 'front "\\t"'])
}

const options = { tako: { rateLimit: false, reuse: 'strict' } } as const

describe('a cookie whose name only looks like the session’s is another cookie', () => {
  test('behavior: Node, every byte and blank, before, after and in the name', async () => {
    const upstream = await serveEmulator(options)
    const relay = createRelay({
      providers: [tako({ baseUrl: upstream.url })],
      secret: testSecret,
      origin: testOrigin,
      rateLimits: false,
      logger: false,
      allowPrivateUpstreams: true,
    })
    const server = await serveRelay({ relay, port: 0, limits: { drainMs: 0 } })
    try {
      await expectNamesAreCompared(server.url)
    } finally {
      await server.close()
      await upstream.close()
    }
  })

  test.skipIf(!workerdPath)(
    'behavior: workerd, the same (skipped where it has no binary for this machine)',
    async () => {
      const upstream = await serveEmulator(options)
      const server = await startWorkerd('../src/testing/unlimitedWorker', {
        RELAY_SECRET: testSecret,
        ORIGIN: testOrigin,
        TAKO_URL: upstream.url,
      })
      try {
        await expectNamesAreCompared(server.url)
      } finally {
        await server.close()
        await upstream.close()
      }
    },
  )
})

test('behavior: a name that comes twice is nobody’s, a chunk too, and nothing is cleared', async () => {
  const world = createWorld()
  const ask = (cookie: string) =>
    world.relay.fetch(
      new Request(`${testOrigin}/auth/tako/token`, {
        method: 'POST',
        headers: {
          cookie,
          origin: testOrigin,
          'x-takokit': '1',
          'content-type': 'application/json',
        },
        body: '{"account":""}',
      }),
    )
  const large = world.browser()
  const tokens = { accessToken: 'x'.repeat(3_000), refreshToken: 'y'.repeat(3_000) }
  await createBrowser({
    jar: large.jar,
    send: (request) => world.relay.startSession(request, { provider: 'tako', tokens }),
  }).post('/login')
  const whole = large.cookie()
  expect((await ask(whole)).status).toBe(200)
  for (const pair of whole.split('; ')) {
    const [name = ''] = pair.split('=')
    for (const other of [pair, `${name}=`, `${name}=1.other`]) {
      for (const header of [`${whole}; ${other}`, `${other}; ${whole}`]) {
        const response = await ask(header)
        expect([response.status, response.headers.getSetCookie()]).toEqual([401, []])
      }
    }
  }
  expect((await ask(whole)).status).toBe(200)
})

test('behavior: a sign-out where a name comes twice is from both', async () => {
  const world = createWorld()
  const [one, other] = [world.browser(), world.browser()]
  await world.start(one, 'tako')
  await world.start(other, 'tako', { subject: account(1).address })
  const response = await world.relay.fetch(
    new Request(`${testOrigin}/auth/tako/sign-out`, {
      method: 'POST',
      headers: {
        cookie: `${one.cookie()}; ${other.cookie()}`,
        origin: testOrigin,
        'x-takokit': '1',
        'content-type': 'application/json',
      },
      body: '{"account":""}',
    }),
  )
  expect(response.status).toBe(200)
  for (const page of [one, other]) expect((await page.post('/auth/tako/token')).status).toBe(401)
})

describe('a header that no browser writes', () => {
  const world = createWorld()
  const [page, other] = [world.browser(), world.browser()]
  const mine = () => page.cookie()
  const [name, value] = [() => mine().split('=')[0], () => mine().split('=')[1] ?? '']
  beforeAll(async () => {
    await world.start(page, 'tako', { account: 'mine' })
    await world.start(other, 'tako', { account: 'other' })
  })
  const whoHas = async (headers: Headers | Record<string, string | string[]>) =>
    (await world.relay.getSession({ headers }))?.account

  test.each<[string, () => string, account?: 'mine']>([
    ['$Version, as another pair', () => `$Version=1; ${mine()}; $Path=/`, 'mine'],
    ['attributes', () => `${mine()}; Path=/; Domain=evil.example`, 'mine'],
    ['empty pairs', () => `;;; ;${mine()};`, 'mine'],
    ['our name without a value', () => `${name()}; ${mine()}; ${name()}`, 'mine'],
    ['a nameless cookie that holds ours', () => `=${other.cookie()}; ${mine()}`, 'mine'],
    ['a chunk of no number', () => `${mine()}; ${name()}.0=a; ${name()}.10=b`, 'mine'],
    ['a chunk that is left over', () => `${mine()}; ${name()}.1=a`, 'mine'],
    ['a chunk twice', () => `${mine()}; ${name()}.1=a; ${name()}.1=b`],
    ['a nameless cookie alone', () => `=${mine()}`],
    ['$Version before a comma', () => `$Version=1, ${mine()}`],
    ['joined by commas', () => `a=b, ${mine()}`],
    ['joined by commas, first', () => `${mine()}, a=b`],
    ['quoted', () => `${name()}="${value()}"`],
    ['within another’s quotes', () => `a="; ${other.cookie()}; "; ${mine()}`],
    ['a percent-encoded name', () => mine().replace('-', '%2D')],
    ['a percent-encoded value', () => `${name()}=${value().replaceAll('.', '%2E')}`],
    ['a name in small letters', () => mine().toLowerCase().slice(0, 22) + mine().slice(22)],
    ['a name in capitals', () => `${name()?.toUpperCase()}=${value()}`],
    ['__Secure-', () => mine().replace('__Host-', '__Secure-')],
    ['no prefix', () => mine().replace('__Host-', '')],
    ['padding', () => `${mine()}=`],
    ['the other base64', () => `${name()}=${value().replaceAll('-', '+').replaceAll('_', '/')}+`],
    ['a letter more', () => `${mine()}A`],
    ['more chunks than there are', () => `${name()}=2${value().slice(1)}`],
    ['chunks written otherwise', () => `${name()}=0${value()}`],
    ['chunks without end', () => `${name()}=9${value().slice(1)}`],
    ['longer than any server takes', () => `a=${'x'.repeat(70_000)}; ${mine()}`],
  ])('behavior: %s', async (_, header, account) => {
    expect(await whoHas({ cookie: header() })).toBe(account)
  })

  test('behavior: several headers are one, in every form that they come in', async () => {
    for (const [more, account] of [
      ['a=b', 'mine'],
      [other.cookie(), undefined],
    ] as const) {
      for (const lines of [
        [mine(), more],
        [more, mine()],
      ]) {
        const headers = new Headers()
        for (const line of lines) headers.append('cookie', line)
        expect(await whoHas(headers)).toBe(account)
        expect(await whoHas({ Cookie: lines })).toBe(account)
        expect(await whoHas({ cookie: lines[0] ?? '', COOKIE: lines[1] ?? '' })).toBe(account)
      }
    }
  })
})
