import { accounts } from '../openPage.ts'
import type { Page } from '../Page.ts'
import {
  askAll,
  begin,
  expectCount,
  expectSignedIn,
  isRotationLost,
  minute,
  onFirstRefresh,
} from '../settle.ts'
import type { Scenario } from './Scenario.ts'

/** A generation that could not be stored, and how its record is used once there is room. */
export const roomAgain: Scenario = {
  name: 'room again while a page that is ahead renews',
  setting: { hasLocks: true },
  async play(simulation) {
    const { setting, random, network, world } = simulation
    await begin(simulation, accounts[0])
    await simulation.pass(setting.lifetimeMs * 0.5)
    simulation.setFull(true)
    let sent = 0
    network.onSend((path) => {
      if (path !== 'refresh' || ++sent !== 2) return
      // After the write of its attempt has failed, and before its answer arrives.
      void world.at(0, () => simulation.setFull(false))
    })
    await simulation.pass(setting.lifetimeMs * 0.45)
    // The page must wait, and other tabs may send first.
    network.setRetryAfter(random.pick([5, 20, 60]))
    network.plan(random.pick(['503 busy', '503 busy', '500', 'request lost'] as const))
    await simulation.pass(setting.lifetimeMs + 2 * minute)
    simulation.setFull(false)
    await simulation.pass(6 * minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

/** Only the lock reveals an attempt that could not be stored. Without locks, such an attempt is not sent. */
export const slowUnnoted: Scenario = {
  name: 'a slow answer to what a full disk kept from being noted',
  setting: { lifetimeMs: 60_000, isThrottled: false },
  async play(simulation) {
    const { setting, random, network, world, presentations } = simulation
    await begin(simulation, accounts[0])
    await simulation.pass(setting.lifetimeMs * 0.5)
    simulation.setFull(true)
    network.plan('late')
    network.onSend((path) => {
      if (path === 'refresh')
        void world.at(random.between(100, 5_000), () => simulation.setFull(false))
    })
    for (let step = 0; step < 12; step++) {
      await simulation.pass(10_000)
      if (random.chance(0.5)) void random.pick(simulation.pages).ask()
    }
    simulation.setFull(false)
    // The next try comes after five minutes, and its answer may be slow.
    await simulation.pass(8 * minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
    const first = presentations.all[0]?.token ?? ''
    expectCount(simulation, 'presentations', presentations.ofToken(first).length, 1)
  },
}

/** A rate-limit pause applies to all accounts, and to a page that froze between taking the budget and sending. */
export const silenceMissed: Scenario = {
  name: 'silence asked for while a page froze before it sent',
  setting: { hasLocks: false, lifetimeMs: 60_000 },
  async play(simulation) {
    const { setting, random, network, world } = simulation
    const [page] = (await begin(simulation, accounts[0])) as [Page]
    const other = random.pick(simulation.pages)
    void other.start(accounts[1])
    network.setRetryAfter(120)
    network.plan('429')
    onFirstRefresh(simulation, ({ tab }) => {
      tab.interruptAt(random.between(1, 5), random.pick(['before', 'after'] as const), () => {
        simulation.freeze({ tab })
        void world.at(random.between(300, 4_500), tab.thaw)
      })
    })
    await simulation.pass(setting.lifetimeMs * 0.95 + 4 * minute)
    for (const { tab } of simulation.pages) tab.unplan()
    page.tab.thaw()
    await simulation.pass(minute)
    if (setting.policy !== 'stateless' && (await isRotationLost(simulation))) return
    await askAll(simulation, accounts[0])
  },
}

/** Resumes before or after the tab that bypassed it has its answer, or between a refusal and its confirmation. */
export const thawedMeanwhile: Scenario = {
  name: 'a frozen holder thaws while another takes over',
  setting: { hasLocks: true, lifetimeMs: 300_000, isThrottled: false },
  async play(simulation) {
    const { setting, random, world, network } = simulation
    await begin(simulation, accounts[0])
    onFirstRefresh(simulation, ({ tab }) => {
      tab.interruptAt(random.between(3, 5), random.pick(['before', 'after'] as const), () =>
        simulation.freeze({ tab }),
      )
      void world.at(2_000, tab.unplan)
      network.onSend((_, sender) => {
        if (sender !== tab) void world.at(random.between(0, 1_300), tab.thaw)
      })
    })
    await simulation.pass(setting.lifetimeMs + 4 * minute)
    for (const { tab } of simulation.pages) tab.thaw()
    await simulation.pass(minute)
    if (setting.policy !== 'stateless' && (await isRotationLost(simulation))) return
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}
