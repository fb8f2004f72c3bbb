import { accounts, type Page } from '../openPage.ts'
import { askAll, begin, expectCount, expectSignedIn, minute } from '../settle.ts'
import type { Row } from './Row.ts'

export const ownStorage: Row = {
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

/** The clock of a timer is 31 bits wide. */
export const longLived: Row = {
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

/** Everybody wants new tokens, all the time. */
export const hammered: Row = {
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
