import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { webLocks } from './webLocks.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** As much of a LockManager as `webLocks` uses. */
function createManager({ ignoresSignal = false, isSilent = false } = {}) {
  const held: string[] = ['another']
  let last = Promise.resolve()
  const signals: AbortSignal[] = []
  const manager = {
    query: async () =>
      isSilent ? new Promise(() => {}) : { held: held.map((name) => ({ name })) },
    async request(name: string, { signal }: { signal: AbortSignal }, task: () => Promise<unknown>) {
      signals.push(signal)
      const before = last
      let done = () => {}
      last = new Promise((resolve) => {
        done = resolve
      })
      const aborted = new Promise<never>((_, reject) => {
        if (!ignoresSignal) signal.addEventListener('abort', () => reject(signal.reason))
      })
      try {
        await Promise.race([before, aborted])
        held.push(name)
        return await task().finally(() => held.splice(held.indexOf(name), 1))
      } finally {
        void before.then(done)
      }
    },
  }
  return { manager: manager as unknown as LockManager, signals, held }
}

test('default: a task runs under its lock, and its result comes back', async () => {
  const { manager } = createManager()
  const locks = webLocks(manager)
  const turn = await locks.run('a', 100, async () => [
    await locks.isHeld('a'),
    await locks.isHeld('b'),
  ])
  expect(turn).toEqual({ result: [true, false] })
  expect(await locks.isHeld('a')).toBe(false)
  // The limit was for the wait.
  expect(vi.getTimerCount()).toBe(3)
})

test.each([
  ['', false],
  [' that ignores the signal', true],
])('behavior: a wait ends in a browser%s, and the task never runs', async (_, ignoresSignal) => {
  const { manager, signals } = createManager({ ignoresSignal })
  const onBroken = vi.fn()
  const locks = webLocks(manager, onBroken)
  const release = await locks.hold('a', 100)
  const task = vi.fn(async () => {})
  const turn = locks.run('a', 100, task)
  await vi.advanceTimersByTimeAsync(100)
  expect(await turn).toBeUndefined()
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, true])
  // A tab holds it: locks are not broken.
  expect(onBroken).not.toHaveBeenCalled()
  release?.()
  await vi.advanceTimersByTimeAsync(100)
  expect(task).not.toHaveBeenCalled()
  expect(await locks.isHeld('a')).toBe(false)
})

test('behavior: a lock that no tab holds and that is not granted counts as broken', async () => {
  const onBroken = vi.fn()
  const manager = { request: () => new Promise(() => {}), query: async () => ({ held: [] }) }
  const turn = webLocks(manager as unknown as LockManager, onBroken).run('a', 100, async () => 1)
  await vi.advanceTimersByTimeAsync(100)
  expect(await turn).toBeUndefined()
  expect(onBroken).toHaveBeenCalledOnce()
})

test('behavior: a browser that does not say what is held is not waited for', async () => {
  const { manager } = createManager({ isSilent: true })
  const isHeld = webLocks(manager).isHeld('another')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await isHeld).toBe(false)
})

test.each([
  [new DOMException('no', 'SecurityError'), true],
  [new TypeError('no'), true],
  [new DOMException('no', 'AbortError'), false],
  [{ name: 'TypeError' }, false],
])('behavior: refused with %s, locks are broken: %s', async (cause, isBroken) => {
  for (const request of [
    () => Promise.reject(cause),
    () => {
      throw cause
    },
  ]) {
    const onBroken = vi.fn()
    const manager = { request, query: async () => ({}) } as unknown as LockManager
    const locks = webLocks(manager, onBroken)
    expect(await locks.run('a', 100, async () => 1)).toBeUndefined()
    expect(onBroken.mock.calls.length > 0).toBe(isBroken)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await locks.isHeld('a')).toBe(false)
  }
})

test('behavior: a stolen lock does not stop its task, and a task’s own error is kept', async () => {
  const onBroken = vi.fn()
  const stolen = {
    request: (_: string, __: object, task: () => Promise<unknown>) => {
      void task().catch(() => {})
      return Promise.reject(new DOMException('stolen', 'AbortError'))
    },
    query: async () => ({}),
  } as unknown as LockManager
  const locks = webLocks(stolen, onBroken)
  expect(await locks.run('a', 100, async () => 'done')).toEqual({ result: 'done' })
  await expect(locks.run('a', 100, () => Promise.reject(new TypeError('mine')))).rejects.toThrow(
    'mine',
  )
  expect(onBroken).not.toHaveBeenCalled()
})

test('default: holds until released, and not longer than it may wait', async () => {
  const { manager } = createManager()
  const locks = webLocks(manager)
  const release = await locks.hold('a', 100)
  expect(await locks.isHeld('a')).toBe(true)
  const second = locks.hold('a', 100)
  await vi.advanceTimersByTimeAsync(100)
  expect(await second).toBeUndefined()
  release?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(await locks.isHeld('a')).toBe(false)
})
