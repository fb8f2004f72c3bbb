import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { webLocks } from './webLocks.ts'

const locks = webLocks(navigator.locks)
let names = 0

const freshName = () => `takokit:test:${Date.now()}:${names++}`

/** A promise that the test resolves. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}

async function held(name: string) {
  while (!(await locks.isHeld(name)));
}

/** Waits until the limit of another asker of the lock has begun, and lets it pass. */
async function giveUp(name: string, waitMs: number) {
  const isAsked = async () =>
    (await navigator.locks.query()).pending?.some((lock) => lock.name === name)
  while (!(await isAsked()));
  vi.advanceTimersByTime(waitMs)
}

// The locks are the browser's, the limits on waiting are the test's: a slow machine grants a lock late.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('default: runs a task under the lock, and hands its result back', async () => {
  const name = freshName()
  const turn = await locks.run(name, 5_000, async () => {
    expect(await locks.isHeld(name)).toBe(true)
    return 'done'
  })
  expect(turn).toEqual({ result: 'done' })
  expect(await locks.isHeld(name)).toBe(false)
})

test('behavior: one at a time, in order', async () => {
  const name = freshName()
  const log: string[] = []
  const first = gate()
  const runs = [
    locks.run(name, 5_000, async () => {
      log.push('first begins')
      await first.passed
      log.push('first ends')
    }),
    locks.run(name, 5_000, async () => void log.push('second')),
    locks.run(name, 5_000, async () => void log.push('third')),
  ]
  await held(name)
  expect(log).toEqual(['first begins'])
  first.open()
  await Promise.all(runs)
  expect(log).toEqual(['first begins', 'first ends', 'second', 'third'])
})

test('behavior: waiting has an end, and the task then never runs', async () => {
  const name = freshName()
  const first = gate()
  const holder = locks.run(name, 5_000, () => first.passed)
  await held(name)
  const task = vi.fn(async () => {})
  const waiting = locks.run(name, 10, task)
  await giveUp(name, 10)
  expect(await waiting).toBeUndefined()
  first.open()
  await holder
  expect(await locks.run(name, 5_000, async () => 'free')).toEqual({ result: 'free' })
  expect(task).not.toHaveBeenCalled()
})

test('behavior: the limit is for waiting, not for the task', async () => {
  const name = freshName()
  const turn = await locks.run(name, 10, async () => {
    vi.advanceTimersByTime(60_000)
    return await locks.isHeld(name)
  })
  expect(turn).toEqual({ result: true })
})

test('behavior: a task that throws lets go, and its error is kept', async () => {
  const name = freshName()
  const failing = locks.run(name, 5_000, () => Promise.reject(new Error('mine')))
  await expect(failing).rejects.toThrow('mine')
  expect(await locks.isHeld(name)).toBe(false)
})

test('behavior: what another script steals goes on, and its result counts', async () => {
  const name = freshName()
  const { open, passed } = gate()
  const turn = locks.run(name, 5_000, async () => {
    await passed
    return 'done'
  })
  await held(name)
  await navigator.locks.request(name, { steal: true }, () => {})
  open()
  expect(await turn).toEqual({ result: 'done' })
  const failing = locks.run(name, 5_000, async () => {
    await navigator.locks.request(name, { steal: true }, () => {})
    throw new Error('mine')
  })
  await expect(failing).rejects.toThrow('mine')
  const release = await locks.hold(name, 5_000)
  await navigator.locks.request(name, { steal: true }, () => {})
  expect(await locks.isHeld(name)).toBe(false)
  release?.()
})

test('default: holds until released', async () => {
  const name = freshName()
  const release = await locks.hold(name, 5_000)
  expect(await locks.isHeld(name)).toBe(true)
  const waiting = locks.hold(name, 10)
  await giveUp(name, 10)
  expect(await waiting).toBeUndefined()
  release?.()
  const again = await locks.hold(name, 5_000)
  expect(again).toBeTypeOf('function')
  again?.()
})

test('behavior: what another page holds is free once that page is gone', async () => {
  const name = freshName()
  const frame = document.createElement('iframe')
  document.body.append(frame)
  const manager = frame.contentWindow?.navigator.locks
  void manager?.request(name, () => new Promise(() => {}))
  await held(name)
  const waiting = locks.run(name, 10, async () => {})
  await giveUp(name, 10)
  expect(await waiting).toBeUndefined()
  frame.remove()
  expect(await locks.run(name, 5_000, async () => 'free')).toEqual({ result: 'free' })
})

test('behavior: where locks are refused there is no turn, and no crash', async () => {
  const refused = webLocks({
    request: () => Promise.reject(new DOMException('no', 'SecurityError')),
    query: () => Promise.resolve({}),
  } as unknown as LockManager)
  expect(await refused.run('any', 5_000, async () => 1)).toBeUndefined()
  expect(await refused.hold('any', 5_000)).toBeUndefined()
  expect(await refused.isHeld('any')).toBe(false)
})
