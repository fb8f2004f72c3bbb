import { expect, test } from 'vitest'
import { memoryStore } from '../stores/memoryStore.ts'
import { createTime } from '../testing/createTime.ts'
import { defaultTiming } from '../types/RelayTiming.ts'
import type { SessionRow } from '../types/SessionRow.ts'
import { createUnsaved } from './createUnsaved.ts'
import { readRow } from './rows.ts'

const row: SessionRow = { v: 1, gen: 1, failures: 0, refusals: 0, lost: false, untilAt: 1e15 }

test('behavior: who signs out again and again is remembered once', async () => {
  const { now, setTimer } = createTime()
  const store = memoryStore({ now })
  const unsaved = createUnsaved({ store, now, setTimer, timing: defaultTiming })
  let asked = 0
  for (let count = 0; count < 100; count++)
    unsaved.addEnd('sid', (before) => {
      asked += 1
      return { ...row, ...before, ended: 'signed-out' }
    })
  // What comes after an end is told of it.
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
