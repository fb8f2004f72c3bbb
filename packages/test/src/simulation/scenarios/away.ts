import { accounts } from '../openPage.ts'
import type { Page } from '../Page.ts'
import { askAll, begin, expectSignedIn, isRotationLost, minute } from '../settle.ts'
import type { Scenario } from './Scenario.ts'

const hour = 60 * minute

export const offline: Scenario = {
  name: 'offline',
  async play(simulation) {
    const { setting, random } = simulation
    await begin(simulation, accounts[0])
    await simulation.pass(setting.lifetimeMs * random.next())
    simulation.setOnline(false)
    await simulation.pass(random.pick([minute, setting.lifetimeMs, 3 * setting.lifetimeMs]))
    for (const page of simulation.pages) if (random.chance(0.3)) void page.ask()
    await simulation.pass(minute)
    simulation.setOnline(true)
    await simulation.pass(6 * minute)
    // Cut off after the provider rotated, and back after its grace period.
    if (await isRotationLost(simulation)) return
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

export const asleep: Scenario = {
  name: 'sleep, and DNS down after waking',
  async play(simulation) {
    const { setting, random, network, world } = simulation
    await begin(simulation, accounts[0])
    await simulation.pass(setting.lifetimeMs * random.next() * 0.7)
    simulation.sleep(random.pick([10 * minute, 10 * hour, 40 * 24 * hour]))
    if (random.chance(0.5)) {
      world.note('machine', 'finds no names')
      network.setWeather(1, ['request lost'])
      await simulation.pass(random.pick([3_000, 20_000, 3 * minute]))
      network.setWeather(0, [])
      world.note('machine', 'finds names again')
      await simulation.pass(6 * minute)
    }
    if (await isRotationLost(simulation)) return
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

export const clockStepped: Scenario = {
  name: 'clock steps',
  async play(simulation) {
    const { setting, random, world, presentations, fail } = simulation
    await begin(simulation, accounts[0])
    await simulation.pass(setting.lifetimeMs * random.next())
    const before = new Set(presentations.all.map(({ token }) => token)).size
    const startedAt = world.now()
    simulation.stepClock(random.pick([hour, -hour, 365 * 24 * hour, 2 * minute]))
    await simulation.pass(random.pick([0, setting.lifetimeMs * 2]) + 3 * minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
    const spent = world.now() - startedAt
    const most = Math.ceil(spent / (setting.lifetimeMs * 0.7)) + 1
    const count = presentations.all.length - before
    if (count > most) fail('at most one extra refresh', `${count} instead of ${most}`)
  },
}

/** The pause is noted at an instant that is now in the future: it lasts as long as was asked, once, whoever looks. */
export const clockStepsInPause: Scenario = {
  name: 'the clock is set back during a pause',
  async play(simulation) {
    const { network, random, fail } = simulation
    const [page] = (await begin(simulation, accounts[0])) as [Page]
    network.setRetryAfter(600)
    network.plan('429')
    void page.refresh()
    await simulation.pass(minute)
    simulation.stepClock(-hour * random.between(1, 24))
    const atOnce = page.signIn(accounts[1])
    await simulation.pass(10 * minute)
    const later = simulation.open().signIn(accounts[1])
    await simulation.pass(minute)
    const answers = await Promise.all([atOnce, later])
    if (answers.join() !== 'provider/throttled,signedIn')
      fail('no sign-in lost', `the sign-ins end with ${answers.join(' and ')}`)
  },
}

export const signedInElsewhere: Scenario = {
  name: 'signed in elsewhere while pages are put away',
  setting: { isShared: true },
  async play(simulation) {
    const { setting, random, pages } = simulation
    while (pages.length < setting.tabs) simulation.open()
    await simulation.pass(500)
    const away = pages.slice(1).filter(() => random.chance(0.6))
    for (const page of away) {
      page.tab.fire('pagehide')
      page.tab.setVisible(false)
      simulation.freeze(page)
    }
    await simulation.pass(random.pick([200, minute]))
    void pages[0]?.start(accounts[0])
    await simulation.pass(random.pick([500, minute, setting.lifetimeMs * 2]))
    for (const { tab } of away) {
      tab.thaw()
      tab.setVisible(true)
    }
    // Even if no caller asks.
    await simulation.pass(2_000)
    await expectSignedIn(simulation)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}
