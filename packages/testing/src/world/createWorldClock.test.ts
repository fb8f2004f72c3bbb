import { browserPlatform } from '@takokit/core'
import { expect, test, vi } from 'vitest'
import { createWorldClock } from './createWorldClock.ts'

function setup(at?: number) {
  const stopped = vi.fn()
  const real: (() => void)[] = []
  const platform = {
    ...browserPlatform(),
    now: () => 1_000,
    monotonic: () => 50,
    setTimer(callback: () => void) {
      real.push(callback)
      return stopped
    },
  }
  return { ...createWorldClock({ platform, at }), real, stopped }
}

test('default: both clocks go forward together', () => {
  const { clock, platform } = setup()
  clock.advance(200)
  expect([clock.now(), platform.now(), platform.monotonic()]).toEqual([1_200, 1_200, 250])
})

test('parameters: at', () => {
  const { clock } = setup(7_000)
  clock.advance(1)
  expect(clock.now()).toBe(7_001)
})

test('behavior: timers run in their order, at their time, and those that they start too', () => {
  const { clock, platform } = setup()
  const ran: [string, number][] = []
  const note = (name: string) => () => void ran.push([name, clock.now()])
  platform.setTimer(note('second'), 200)
  platform.setTimer(() => {
    note('first')()
    platform.setTimer(note('started by the first'), 50)
  }, 100)
  platform.setTimer(note('later'), 301)
  clock.advance(300)
  expect(ran).toEqual([
    ['first', 1_100],
    ['started by the first', 1_150],
    ['second', 1_200],
  ])
  expect(clock.now()).toBe(1_300)
})

test('behavior: a timer runs once, by whichever clock, and not after it was stopped', () => {
  const { clock, platform, real, stopped } = setup()
  const byReal = vi.fn()
  const byClock = vi.fn()
  const never = vi.fn()
  platform.setTimer(byReal, 100)
  platform.setTimer(byClock, 100)
  const stop = platform.setTimer(never, 100)
  stop()
  real[0]?.()
  clock.advance(1_000)
  expect([byReal, byClock, never].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0])
  expect(stopped).toHaveBeenCalledTimes(3)
})
