import { accounts } from '../openPage.ts'
import type { Page } from '../Page.ts'
import { askAll, begin, expectCount, expectSignedIn, minute } from '../settle.ts'
import type { Scenario } from './Scenario.ts'

export const ownStorage: Scenario = {
  name: 'a tab that keeps its session to itself',
  setting: { isShared: false, tabs: 1 },
  async play(simulation) {
    const { setting, presentations, server, pages } = simulation
    await begin(simulation, accounts[0])
    const [page] = pages as [Page]
    await simulation.pass(setting.lifetimeMs * 0.3)
    server.expireAccess()
    for (let call = 0; call < 20; call++) void page.call()
    void page.ask(undefined, setting.lifetimeMs)
    await simulation.pass(30_000)
    expectCount(simulation, 'refreshes', presentations.all.length, 1)
    await simulation.pass(setting.lifetimeMs)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

/** If a tab has its own storage, a duplicated tab gets a copy of it. */
export const duplicated: Scenario = {
  name: 'a duplicated tab',
  setting: { isShared: false, tabs: 1, hasLocks: true },
  async play(simulation) {
    const { setting, random, presentations, fail } = simulation
    const [page] = (await begin(simulation, accounts[0])) as [Page]
    await simulation.pass(setting.lifetimeMs * random.next() * 0.7)
    const copy = simulation.open({ copyOf: page })
    void copy.ask()
    await simulation.pass(10_000)
    if (copy.client.getSnapshot().status !== 'signedOut')
      fail('one presentation', 'the copy is signed in too')
    await simulation.pass(setting.lifetimeMs)
    for (const { tab } of presentations.all)
      if (tab !== page.tab) fail('one presentation', `${tab.name} presents its twin’s token`)
    void page.ask()
    await simulation.pass(minute)
    if (page.client.getSnapshot().status !== 'signedIn')
      fail('all signed in', 'the first one is not')
  },
}

export const frozenCaller: Scenario = {
  name: 'frozen while somebody waits for a token',
  setting: { tabs: 1 },
  async play(simulation) {
    const { setting, random } = simulation
    const [page] = (await begin(simulation, accounts[0])) as [Page]
    simulation.setOnline(false)
    await simulation.pass(setting.lifetimeMs * 1.1)
    page.tab.interruptAt(random.between(1, 7), random.pick(['before', 'after'] as const), () =>
      simulation.freeze(page),
    )
    simulation.setOnline(true)
    void page.ask()
    await simulation.pass(setting.lifetimeMs * 1.5)
    page.tab.thaw()
    await simulation.pass(minute)
    if (setting.policy === 'stateless') await expectSignedIn(simulation)
  },
}

/** A timer's delay has 31 bits. */
export const longLived: Scenario = {
  name: 'tokens for thirty days',
  setting: { lifetimeMs: 30 * 24 * 60 * minute, isThrottled: false },
  async play(simulation) {
    const { setting } = simulation
    await begin(simulation, accounts[0])
    for (const { tab } of simulation.pages) tab.setVisible(false)
    await simulation.pass(setting.lifetimeMs * 1.2)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

/** All callers request new tokens all the time. */
export const hammered: Scenario = {
  name: 'forty wishes for a refresh',
  async play(simulation) {
    const { random } = simulation
    await begin(simulation, accounts[0])
    for (let wish = 0; wish < 40; wish++) {
      void random.pick(simulation.pages).refresh()
      await simulation.pass(random.int(2_000))
    }
    await simulation.pass(3 * minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}
