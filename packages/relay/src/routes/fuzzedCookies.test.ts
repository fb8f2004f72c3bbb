import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isKeyId } from '../cookies/keyId.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import { createWorld } from '../testing/createWorld.ts'

/** `TAKOKIT_FUZZED_COOKIES=2000` is enough while writing. */
const runs = Number(process.env.TAKOKIT_FUZZED_COOKIES ?? 20_000)

const odd = fc.constantFrom(
  ...['', '\0', '\t', ' ', '\u00a0', '\u2000', '\ufeff', '%', '%00', '"', ',', ';', ';;', '=', '.'],
  ...['1.', '2.', '9.', '__Host-', '__proto__', 'é', '🔑', '\ud800', 'null', 'a'.repeat(5_000)],
)

/** Small changes of valid headers: pieces cut out, doubled, exchanged, put into. */
function changed(headers: readonly string[]): fc.Arbitrary<string> {
  const one = fc.constantFrom(...headers)
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  const at = (text: string, where: number) => Math.floor(where * text.length)
  return fc.oneof(
    { weight: 1, arbitrary: one },
    {
      weight: 4,
      arbitrary: fc.tuple(one, place, odd).map(([text, where, piece]) => {
        const cut = at(text, where)
        return text.slice(0, cut) + piece + text.slice(cut)
      }),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(one, place, fc.nat(255)).map(([text, where, code]) => {
        const cut = at(text, where)
        return text.slice(0, cut) + String.fromCharCode(code) + text.slice(cut + 1)
      }),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(one, one, place, place)
        .map(
          ([text, other, from, to]) => text.slice(0, at(text, from)) + other.slice(at(other, to)),
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(one, one, fc.constantFrom(';', '; ', ';\t', ','))
        .map((all) => all[0] + all[2] + all[1]),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  )
}

test.each(['cookie', 'store'] as const)(
  `behavior: ${runs} fuzzed cookies: no exception, and only the sessions that there are, tokens in the %s`,
  async (tokensIn) => {
    const { relay, browser, start, controls } = createWorld({ tokensIn, maxCookieBytes: 12_000 })
    const stranger = createWorld({ tokensIn, origin: 'https://other.example' })
    const [one, other, gone, foreign] = [browser(), browser(), browser(), stranger.browser()]
    await start(one, 'tako', { account: 'one' })
    await start(other, 'tako', { account: 'other' })
    await start(other, 'cloudreve', { account: 'other' })
    await start(gone, 'tako', { account: 'gone' })
    await stranger.start(foreign, 'tako', { account: 'foreign' })
    const headers = [one, other, gone, foreign].map((page) => page.cookie())
    await gone.post('/auth/tako/sign-out')
    controls.tako.resetCounters()
    /** Which cookies a browser would really have sent: what is sealed is in one of them, byte for byte. */
    const sealed = new Map(
      [
        ['one', one],
        ['other', other],
      ].flatMap(([name, page]) =>
        [...(page as typeof one).jar.values()].map((value) => [value, name] as const),
      ),
    )
    const found = new Map<string, number>()
    const count = (name: string) => found.set(name, (found.get(name) ?? 0) + 1)

    await fc.assert(
      fc.asyncProperty(changed(headers), async (cookie) => {
        try {
          const session = await relay.getSession({ headers: { cookie } })
          count(session?.account ?? 'nobody')
          if (!session) return
          const sent = cookie.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1))
          const holders = new Set(sent.map((value) => sealed.get(value)))
          expect([...holders], cookie).toContain(session.account)
        } catch (error) {
          // The one error that there may be: a key's name with right check characters may be known soon.
          if (!(error instanceof RelayRefusal)) throw error
          const names = cookie.match(/(?<=\d\.)[\w-]{8}(?=\.)/g) ?? []
          expect(error.code).toBe('relay/secret-unavailable')
          expect(names.some(isKeyId)).toBe(true)
          count('unknown key')
        }
      }),
      { numRuns: runs, seed: 20_240_601, endOnFailure: true },
    )
    for (const name of ['one', 'other', 'nobody']) expect(found.get(name), name).toBeGreaterThan(0)
    expect(found.get('gone') ?? 0).toBe(0)
    expect(found.get('foreign') ?? 0).toBe(0)
    expect(controls.tako.counters().requests).toBe(0)
  },
)
