import * as parts from '../../../core/src/session/parts.ts'
import type { Locks, PageEvent } from '../../../core/src/types/Platform.ts'
import type { Random } from './createRandom.ts'
import type { World } from './createWorld.ts'
import type { VirtualTab } from './VirtualTab.ts'
import type { Network } from './createNetwork.ts'
import type { VirtualChannels } from './virtualChannels.ts'
import type { VirtualLocks } from './virtualLocks.ts'

export function createTab(parameters: {
  world: World
  name: string
  random: Random
  locks: VirtualLocks | undefined
  channels: VirtualChannels
  network: Network
  isThrottled: boolean
  onWarning: (message: string) => void
}): VirtualTab {
  const { world, name, random, locks, channels, network, isThrottled } = parameters
  const bornAt = world.monotonic()
  const listeners = new Set<(event: PageEvent) => void>()
  const atEnd: (() => void)[] = []
  let state: 'open' | 'frozen' | 'gone' = 'open'
  let waiting: { run: () => void; isTimer: boolean }[] = []
  let isVisible = true
  let isOnline = true
  let wakeUps = 0
  let crashPlan: { left: number; side: 'before' | 'after' } | undefined
  let interruption: { left: number; side: 'before' | 'after'; run: () => void } | undefined

  function deliver(run: () => void, isTimer = false): void {
    world.touch()
    if (state === 'open') run()
    else if (state === 'frozen') waiting.push({ run, isTimer })
  }

  function operate<value>(
    what: string,
    [before, after]: [number, number],
    effect: () => value,
  ): Promise<value> {
    world.touch()
    const ends = crashPlan && --crashPlan.left <= 0 ? crashPlan.side : undefined
    const interrupts = interruption && --interruption.left <= 0 ? interruption : undefined
    if (interrupts) interruption = undefined
    if (interrupts?.side === 'before') world.at(0, interrupts.run)
    return new Promise((resolve, reject) => {
      if (state === 'gone') return
      world.at(before, () =>
        deliver(() => {
          if (ends === 'before') return crash()
          let settle: () => void
          try {
            const value = effect()
            settle = () => resolve(value)
          } catch (cause) {
            world.note(name, `${what} failed`)
            settle = () => reject(cause)
          }
          if (ends === 'after') return crash()
          if (interrupts?.side === 'after') interrupts.run()
          if (after > 0 || state !== 'open') world.at(after, () => deliver(settle))
          else settle()
        }),
      )
    })
  }

  function setTimer(callback: () => void, delayMs: number): () => void {
    world.touch()
    // Browsers truncate fractions, and fire a longer timer at once.
    const wish = delayMs > 2 ** 31 - 1 ? 0 : Math.floor(delayMs)
    const late = isVisible ? 0 : isThrottled ? random.int(60_000) : random.int(1000)
    let isStopped = false
    const stop = world.at(
      wish + late,
      () =>
        deliver(() => {
          if (isStopped) return
          wakeUps++
          callback()
        }, true),
      true,
    )
    return () => {
      isStopped = true
      stop()
    }
  }

  function crash(): void {
    if (state === 'gone') return
    world.note(name, 'is gone')
    state = 'gone'
    waiting = []
    listeners.clear()
    for (const run of atEnd) run()
  }

  function fire(event: PageEvent): void {
    deliver(() => {
      for (const listener of [...listeners]) listener(event)
    })
  }

  const tab: VirtualTab = {
    name,
    random,
    state: () => state,
    isVisible: () => isVisible,
    isOnline: () => isOnline,
    deliver,
    operate,
    freeze() {
      if (state !== 'open') return
      world.note(name, 'freezes')
      state = 'frozen'
    },
    thaw() {
      if (state !== 'frozen') return
      world.note(name, 'thaws')
      state = 'open'
      // Browsers define no order between due timers and events that arrived.
      const due = waiting
      if (random.chance(0.5)) due.sort((one, other) => Number(other.isTimer) - Number(one.isTimer))
      waiting = []
      fire('resume')
      for (const { run, isTimer } of due) world.at(0, () => deliver(run, isTimer))
    },
    crash,
    crashAt(operations, side) {
      crashPlan = { left: operations, side }
    },
    interruptAt(operations, side, run) {
      interruption = { left: operations, side, run }
    },
    unplan() {
      crashPlan = undefined
      interruption = undefined
    },
    setVisible(value) {
      if (isVisible === value || state === 'gone') return
      world.note(name, value ? 'comes to the front' : 'is hidden')
      isVisible = value
      fire(value ? 'visible' : 'hidden')
    },
    setOnline(value) {
      if (isOnline === value) return
      isOnline = value
      if (value) fire('online')
    },
    fire,
    onGone: (run) => void atEnd.push(run),
    wakeUps: () => wakeUps,
    platform: {
      isLive: true,
      fetch: (input, init) => network.fetch(tab, input, init),
      now: () => world.wall(),
      monotonic: () => world.monotonic() - bornAt,
      setTimer,
      random: random.next,
      randomId: () => random.int(2 ** 31).toString(36) + random.int(2 ** 31).toString(36),
      isVisible: () => isVisible,
      isOnline: () => isOnline,
      onPageEvent(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      openChannel: (channel, onMessage) => channels.open(tab, channel, onMessage),
      locks: locks && tabLocks(locks),
      baseUrl: 'https://dapp.example/',
      warn: parameters.onWarning,
      parts: () => Promise.resolve(parts),
    },
  }

  function tabLocks(shared: VirtualLocks): Locks {
    return {
      run: (lock, waitMs, task) => shared.request(tab, lock, waitMs, task),
      hold: (lock, waitMs) =>
        new Promise((resolve) => {
          void shared
            .request(tab, lock, waitMs, () => new Promise<void>((release) => resolve(release)))
            .then(() => resolve(undefined))
        }),
      isHeld: (lock) => operate('look at locks', [random.int(2), 0], () => shared.isHeld(lock)),
    }
  }

  return tab
}
