import { array, type InferOutput, number, object, safeParse, string } from 'valibot'
import { openRow, sealForRow } from '../cookies/sealSession.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { createId } from './createId.ts'
import { createRev } from './createRev.ts'
import type { Revocations } from './Revocations.ts'
import { revokeOnce } from './revokeUpstream.ts'
import { throttleLeftMs } from './throttle.ts'

const waitingList = array(
  object({
    sid: string(),
    /** The session with its tokens, sealed as in a row. */
    sealed: string(),
    sinceAt: number(),
    nextAt: number(),
    tries: number(),
  }),
)

type Waiting = InferOutput<typeof waitingList>[number]

/** How long a revocation is retried. */
const patienceMs = 3_600_000
/** How many are kept for one provider. */
const maxWaiting = 200

/**
 * Failed revocations. They are stored sealed, so that they survive a restart, and retried with back-off by one replica at a
 * time.
 */
export function createRevocations(engine: () => RelayEngine): Revocations {
  const stops = new Map<string, () => void>()
  let isResumed = false

  const change = async (provider: string, make: (list: Waiting[]) => Waiting[]) =>
    schedule(provider, await changeList(engine(), provider, make))

  function schedule(provider: string, list: readonly Waiting[]): void {
    const { setTimer, now } = engine()
    stops.get(provider)?.()
    stops.delete(provider)
    if (list.length === 0) return
    const waitMs = Math.max(0, Math.min(...list.map(({ nextAt }) => nextAt)) - now())
    stops.set(
      provider,
      setTimer(() => void tryDue(provider).catch(() => retryLater(provider)), waitMs),
    )
  }

  /** The store is gone: it is read again when it may be back. */
  function retryLater(provider: string): void {
    const { setTimer, timing } = engine()
    const look = () => void tryDue(provider).catch(() => retryLater(provider))
    stops.set(provider, setTimer(look, timing.backoffMaxMs))
  }

  async function tryDue(provider: string): Promise<void> {
    const { now, timing } = engine()
    const quietMs = await throttleLeftMs(engine(), provider)
    let due: Waiting[] = []
    // Postponed before it is sent, so that no other replica sends it too.
    await change(provider, (list) => {
      due = list.filter(({ nextAt }) => nextAt <= now())
      if (quietMs > 0) {
        const nextAt = now() + quietMs
        return list.map((one) => (due.includes(one) ? { ...one, nextAt } : one))
      }
      return list.map((one) => (due.includes(one) ? putOff(one, now(), timing) : one))
    })
    // The provider asks for a pause.
    if (quietMs > 0) return
    for (const one of due)
      if (await isDelivered(engine(), provider, one))
        await change(provider, (list) => list.filter(({ sid }) => sid !== one.sid))
  }

  async function readLeft(): Promise<void> {
    const { providers, store } = engine()
    for (const { name, revoke } of providers.values())
      if (revoke) schedule(name, parse((await store.read(keyOf(name)))?.value))
  }

  return {
    async add(provider, session) {
      const { now, timing, log } = engine()
      const sealed = await sealForRow(engine(), provider, session)
      const fresh = { sid: session.sid, sealed, sinceAt: now(), nextAt: now(), tries: 0 }
      const drop = () => log({ level: 'error', event: 'revocation-dropped', provider })
      await change(provider, (list) => {
        const others = list.filter(({ sid }) => sid !== session.sid)
        if (others.length < maxWaiting) return [...others, putOff(fresh, now(), timing)]
        drop()
        return list
      }).catch(drop)
    },
    resume() {
      if (isResumed) return undefined
      isResumed = true
      return readLeft().catch((error: unknown) => {
        isResumed = false
        throw error
      })
    },
    dispose() {
      for (const stop of stops.values()) stop()
      stops.clear()
    },
  }
}

const keyOf = (provider: string) => `revocations:${provider}`

async function changeList(
  { store }: Pick<RelayEngine, 'store'>,
  provider: string,
  make: (list: Waiting[]) => Waiting[],
): Promise<Waiting[]> {
  for (;;) {
    const stored = await store.read(keyOf(provider))
    const list = make(parse(stored?.value))
    const row = { expected: stored?.rev, rev: createRev(), value: JSON.stringify(list) }
    const ttlMs = list.length > 0 ? 2 * patienceMs : 1
    if (await store.write(keyOf(provider), { ...row, ttlMs })) return list
  }
}

/** Tries once. Whether nothing is left to try: the provider has answered, or it took too long. */
async function isDelivered(engine: RelayEngine, name: string, waiting: Waiting): Promise<boolean> {
  const { providers, log, now } = engine
  const provider = providers.get(name)
  const session = await openRow(engine, name, waiting)
  const trace = { requestId: createId(), waitUntil: () => {}, isShortLived: false }
  const type =
    provider && session ? await revokeOnce(engine, { provider, session, trace }) : 'terminal'
  const isOver = type === 'ok' || type === 'terminal'
  const isGivenUp = !isOver && now() - waiting.sinceAt >= patienceMs
  if (type === 'terminal' || isGivenUp)
    log({ level: 'error', event: 'revocation-dropped', provider: name, reason: type })
  return isOver || isGivenUp
}

function putOff(
  waiting: Waiting,
  nowAt: number,
  { backoffBaseMs, backoffMaxMs }: RelayEngine['timing'],
): Waiting {
  const tries = waiting.tries + 1
  const waitMs = Math.min(backoffMaxMs, backoffBaseMs * 2 ** Math.min(tries, 20))
  return { ...waiting, tries, nextAt: nowAt + waitMs }
}

function parse(value: string | undefined): Waiting[] {
  try {
    const result = safeParse(waitingList, JSON.parse(value ?? '[]'))
    return result.success ? result.output : []
  } catch {
    return []
  }
}
