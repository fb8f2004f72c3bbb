import type { Platform } from '../../../core/src/types/Platform.ts'
import type { Backend, BackendAnswer } from './createBackend.ts'
import type { Random } from './createRandom.ts'
import type { VirtualTab } from './VirtualTab.ts'
import type { World } from './createWorld.ts'
import { SimResponse } from './SimResponse.ts'
import type { Presentations } from './presentations.ts'
import type { Server } from './createServer.ts'

/** The outcome of one request. */
export type Fate =
  | 'fine'
  /** It never arrives: an error at once, or no answer at all. */
  | 'request lost'
  | 'request swallowed'
  /** The provider processes it, and the answer is lost. */
  | 'answer lost'
  | 'answer swallowed'
  /** The browser repeats it by itself; the first answer is lost. */
  | 'sent twice'
  | 'slow'
  /** So slow that callers do not wait for it: its answer counts when it arrives. */
  | 'late'
  | '429'
  | '429 silent'
  | '500'
  | '503 busy'
  | '500 after'
  | 'html'
  | 'html after'
  | 'cut'
  | 'refused'
  /** Tokens of another account, as by a cache that mixes up answers. */
  | 'stranger'

/** Outcomes in which the provider processes a request, but its answer does not arrive. */
export const losing: readonly Fate[] = [
  'answer lost',
  'answer swallowed',
  '500 after',
  'html after',
  'cut',
]

export interface Network {
  fetch: (
    tab: VirtualTab,
    input: string | URL | Request,
    init?: RequestInit,
  ) => ReturnType<Platform['fetch']>
  /** Sets the outcomes of the next refreshes, one each. */
  plan: (...fates: Fate[]) => void
  /** Sets the outcomes of the next sign-ins. */
  planExchange: (...fates: Fate[]) => void
  /** From now on a refresh has one of these outcomes, with this probability. */
  setWeather: (probability: number, fates: readonly Fate[]) => void
  /** Seconds, or any other value that a server may send. */
  setRetryAfter: (value: number | string | undefined) => void
  /** Cancels all planned faults. */
  calm: () => void
  /** The machine slept: requests in flight may have been processed, and their connections are closed. */
  cutAll: () => void
  /** Called for each token request when it is sent. */
  onSend: (listener: (path: string, tab: VirtualTab, token: string | undefined) => void) => void
  /** How often a session was refused that the provider still has. */
  falseRefusals: () => number
  /** Pauses that the provider asked for: for all requests, or for those with one token. */
  silences: { from: number; until: number; token: string | undefined; tab: VirtualTab }[]
}

interface Credentials {
  access: string | undefined
  cookie: string | undefined
}

interface Flight {
  fail: () => void
  act: () => void
}

export function createNetwork(parameters: {
  world: World
  random: Random
  server: Server
  backend: Backend | undefined
  presentations: Presentations
  onLeak: (where: string, text: string) => void
}): Network {
  const { world, random, server, backend, presentations, onLeak } = parameters
  const planned: Fate[] = []
  const plannedExchanges: Fate[] = []
  const listeners: ((path: string, tab: VirtualTab, token: string | undefined) => void)[] = []
  const silences: Network['silences'] = []
  const flights = new Set<Flight>()
  let weather: { probability: number; fates: readonly Fate[] } = { probability: 0, fates: [] }
  let retryAfter: number | string | undefined = 30
  let falseRefusals = 0

  function nextFate(path: string): Fate {
    const plans: Record<string, Fate[]> = { exchange: plannedExchanges, refresh: planned }
    const fate = plans[path]?.shift()
    if (fate) return fate
    // A backend's other requests have the same weather.
    if (path === 'call' || (path !== 'refresh' && !backend)) return 'fine'
    return random.chance(weather.probability) ? random.pick(weather.fates) : 'fine'
  }

  function act(
    path: string,
    body: Record<string, string>,
    { access, cookie }: Credentials,
  ): BackendAnswer {
    const own = backend?.answer(path, body, cookie)
    if (own) return own
    if (path === 'exchange') return granted(server.issue(body.address ?? ''), body.address)
    if (path === 'revoke') {
      server.revoke(body.refresh ?? '')
      return { status: 200, json: {} }
    }
    if (path === 'call')
      return access && server.isGood(access)
        ? { status: 200, json: { fine: true } }
        : { status: 401, json: { error: 'unauthorized' } }
    const answer = server.refresh(body.refresh ?? '')
    return answer.type === 'ok'
      ? granted(answer.pair, answer.family.account)
      : { status: 401, json: { error: 'invalid_grant' } }
  }

  function granted({ access, refresh }: { access: string; refresh: string }, subject?: string) {
    const expires_in = server.options.lifetimeMs / 1000
    return { status: 200, json: { access, refresh, expires_in, subject } }
  }

  return {
    silences,
    falseRefusals: () => falseRefusals,
    plan: (...fates) => void planned.push(...fates),
    planExchange: (...fates) => void plannedExchanges.push(...fates),
    setWeather(probability, fates) {
      weather = { probability, fates }
    },
    calm() {
      planned.length = 0
      plannedExchanges.length = 0
      weather = { probability: 0, fates: [] }
    },
    setRetryAfter(value) {
      retryAfter = value
    },
    onSend: (listener) => void listeners.push(listener),
    cutAll() {
      for (const flight of [...flights]) {
        if (random.chance(0.5)) flight.act()
        flight.fail()
      }
    },
    fetch(tab, input, init = {}) {
      world.touch()
      const url = String(input)
      if (url.includes('SECRET')) onLeak('an address', url)
      const [, path = ''] = new URL(url).pathname.slice(1).split('/')
      const body = JSON.parse(String(init.body ?? '{}')) as Record<string, string>
      const sent: Credentials = {
        access: new Headers(init.headers).get('authorization')?.slice(7),
        cookie: init.credentials === 'include' ? backend?.cookie() : undefined,
      }
      return new Promise((resolve, reject) => {
        if (tab.state() === 'gone') return
        const isOffline = !tab.isOnline()
        const fate = isOffline ? 'request lost' : nextFate(path)
        if (path !== 'call') for (const listener of listeners) listener(path, tab, body.refresh)
        world.note(tab.name, `sends ${path}${fate === 'fine' ? '' : ` (${fate})`}`)
        if (path === 'exchange') backend?.sent(body.message ?? '')
        const presentation =
          path === 'refresh' && body.refresh !== undefined
            ? presentations.begin(tab, body.refresh, isOffline)
            : undefined
        let isOver = false
        let hasActed = false
        const finish = (outcome: 'ok' | 'refused' | 'not processed' | 'ambiguous') => {
          isOver = true
          flights.delete(flight)
          presentation?.end(outcome)
        }
        const flight: Flight = {
          fail: () =>
            tab.deliver(() => {
              if (isOver) return
              finish('ambiguous')
              reject(new TypeError('Failed to fetch'))
            }),
          act() {
            if (hasActed) return
            hasActed = true
            act(path, body, sent)
          },
        }
        flights.add(flight)
        init.signal?.addEventListener('abort', () => {
          if (isOver) return
          finish('ambiguous')
          reject(init.signal?.reason as Error)
        })

        const answer = (
          status: number,
          text: string,
          headers?: Record<string, string>,
          acted?: BackendAnswer,
        ) =>
          void world.at(random.between(1, 60), () => {
            if (acted) backend?.receive(acted)
            tab.deliver(() => {
              if (isOver) return
              const hint = headers?.['retry-after']
              // Only a whole number of seconds asks for a pause.
              const wait = /^\d+$/.test(hint ?? '')
                ? hint
                : status === 429 && !hint
                  ? 60
                  : undefined
              if (wait !== undefined && (path === 'refresh' || path === 'exchange'))
                silences.push({
                  from: world.now(),
                  until: world.now() + Math.min(Number(wait), 3_600) * 1000,
                  // For all requests, or for those with this token. Only one page sends a given signature.
                  token: status === 429 ? undefined : (body.refresh ?? 'a signature'),
                  tab,
                })
              const isPair =
                fate !== 'stranger' &&
                status === 200 &&
                text.startsWith('{"access"') &&
                text.endsWith('}')
              finish(
                isPair
                  ? 'ok'
                  : text.includes('invalid_grant')
                    ? 'refused'
                    : status === 429 || text.includes('busy')
                      ? 'not processed'
                      : 'ambiguous',
              )
              if (isPair && path !== 'call') presentations.delivered(tab, text)
              if (path === 'exchange' && acted && fate !== 'cut') backend?.heard(body.message ?? '')
              resolve(new SimResponse(status, text, headers) as unknown as Response)
            })
          })
        const wait = {
          slow: random.between(1_000, 8_000),
          late: random.pick([12_000, 45_000, 90_000, random.between(10_500, 90_000)]),
        }
        const latency =
          fate === 'slow' ? wait.slow : fate === 'late' ? wait.late : random.between(1, 80)
        const waitHeader = (): Record<string, string> =>
          retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
        const lag = (run: () => void) => void world.at(latency, run)
        const failSoon = () => void world.at(random.between(1, 500), flight.fail)

        if (fate === 'request lost') return failSoon()
        if (fate === 'request swallowed') return
        lag(() => {
          if (hasActed) return
          if (fate === '429' || fate === '429 silent')
            return answer(429, '{}', fate === '429' ? waitHeader() : {})
          if (fate === '500') return answer(500, 'Internal Server Error')
          if (fate === '503 busy') return answer(503, '{"error":"busy"}', waitHeader())
          if (fate === 'html') return answer(200, '<html>Sign in to this network</html>')
          if (fate === 'stranger') {
            const stranger = backend ? `0x${'9'.repeat(40)}` : 'somebody else'
            const json =
              backend?.session === 'cookie'
                ? { address: stranger }
                : granted(server.issue(stranger), stranger).json
            return answer(200, JSON.stringify(json))
          }
          if (fate === 'refused') {
            falseRefusals++
            return answer(401, '{"error":"invalid_grant"}')
          }
          hasActed = true
          const first = act(path, body, sent)
          const text = JSON.stringify(first.json)
          if (fate === 'answer lost') return failSoon()
          if (fate === 'answer swallowed') return
          if (fate === '500 after') return answer(500, 'Internal Server Error')
          if (fate === 'html after') return answer(200, '<html></html>')
          if (fate === 'cut') return answer(first.status, text.slice(0, text.length / 2), {}, first)
          if (fate === 'sent twice') {
            world.at(random.between(1, 30), () => {
              const second = act(path, body, sent)
              answer(second.status, JSON.stringify(second.json), {}, second)
            })
            return
          }
          answer(first.status, text, {}, first)
        })
      })
    },
  }
}
