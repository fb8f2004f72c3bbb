import { expect, test } from 'vitest'
import { memoryStore } from '../stores/memoryStore.ts'
import { createTime } from '../testing/createTime.ts'
import { defaultTiming } from '../types/RelayTiming.ts'
import type { SessionRow } from '../types/SessionRow.ts'
import { until } from '../testing/until.ts'
import { createPendingWrites } from './createPendingWrites.ts'
import { readRow } from './rows.ts'

const row: SessionRow = { v: 1, gen: 1, failures: 0, refusals: 0, lost: false, untilAt: 1e15 }

test('behavior: who signs out again and again is remembered once', async () => {
  const { now, setTimer } = createTime()
  const store = memoryStore({ now })
  const unsaved = createPendingWrites({ store, now, setTimer, timing: defaultTiming, log() {} })
  let asked = 0
  for (let count = 0; count < 100; count++)
    unsaved.addEnd('sid', (before) => {
      asked += 1
      return { ...row, ...before, ended: 'signed-out' }
    })
  // A change after an end learns of that end.
  let obsolete: SessionRow | undefined
  unsaved.add(
    'sid',
    (before) => (before?.ended ? undefined : row),
    (before) => {
      obsolete = before
    },
  )
  await unsaved.flush('sid')
  expect(asked).toBe(1)
  expect(obsolete).toMatchObject({ ended: 'signed-out' })
  expect((await readRow({ store }, 'sid')).row).toMatchObject({ ended: 'signed-out' })
})

/** A store that rejects every call until it is back. */
function createGone() {
  const { now, setTimer, advance, pending } = createTime()
  const inner = memoryStore({ now })
  const gone = () => Promise.reject(new Error('gone'))
  const state = { isGone: true }
  const store: typeof inner = {
    ...inner,
    read: (key) => (state.isGone ? gone() : inner.read(key)),
    write: (key, written) => (state.isGone ? gone() : inner.write(key, written)),
  }
  const logs: string[] = []
  const unsaved = createPendingWrites({
    store,
    now,
    setTimer,
    timing: defaultTiming,
    log: ({ event }) => logs.push(event),
  })
  return { state, store, unsaved, advance, pending, logs }
}

test('behavior: sign-outs beyond what is remembered are logged', () => {
  const { unsaved, logs } = createGone()
  const end = () => ({ ...row, ended: 'signed-out' as const })
  for (let count = 0; count < 10_000; count++) unsaved.addEnd(`sid${count}`, end)
  expect(logs).toEqual([])
  unsaved.addEnd('one more', end)
  unsaved.addEnd('sid1', end)
  expect(logs).toEqual(['sign-out-dropped'])
})

test('behavior: where work ends with its request, the request itself tries again', async () => {
  const { state, store, unsaved, advance, pending } = createGone()
  unsaved.addEnd('sid', () => ({ ...row, ended: 'signed-out' }))
  // The process' own timer never fires here.
  unsaved.dispose()
  const persisting = unsaved.persist('sid')
  for (let round = 0; round < 4; round++) {
    await until(() => pending() === 1)
    advance(2_000)
  }
  await until(() => pending() === 1)
  state.isGone = false
  advance(2_000)
  await persisting
  expect((await readRow({ store }, 'sid')).row).toMatchObject({ ended: 'signed-out' })
})

test('behavior: the request gives up before the platform does', async () => {
  const { unsaved, advance, pending } = createGone()
  unsaved.addEnd('sid', () => ({ ...row, ended: 'signed-out' }))
  unsaved.dispose()
  let isOver = false
  void unsaved.persist('sid').then(() => {
    isOver = true
  })
  let passedMs = 0
  for (; passedMs < 26_000; passedMs += 2_000) {
    await until(() => isOver || pending() === 1)
    if (isOver) break
    advance(2_000)
  }
  await until(() => isOver)
  // Workers are stopped 30 s after the answer.
  expect(passedMs).toBeGreaterThan(10_000)
  expect(passedMs).toBeLessThan(30_000)
  expect(pending()).toBe(0)
})
