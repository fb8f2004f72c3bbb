import { expect, test, vi } from 'vitest'
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

const held = (name: string) => vi.waitUntil(() => locks.isHeld(name), 20_000)

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
  expect(await locks.run(name, 10, task)).toBeUndefined()
  first.open()
  await holder
  expect(await locks.run(name, 5_000, async () => 'free')).toEqual({ result: 'free' })
  expect(task).not.toHaveBeenCalled()
})

test('behavior: the limit is for waiting, not for the task', async () => {
  const name = freshName()
  const turn = await locks.run(name, 10, async () => {
    // Who came later waits as long and is sent away by now: the task's own limit is over, too.
    expect(await locks.hold(name, 10)).toBeUndefined()
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
  expect(await locks.hold(name, 10)).toBeUndefined()
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
  expect(await locks.run(name, 10, async () => {})).toBeUndefined()
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
