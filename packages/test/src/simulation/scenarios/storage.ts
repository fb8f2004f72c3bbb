import { accounts } from '../openPage.ts'
import type { Page } from '../Page.ts'
import { askAll, begin, expectSignedIn, minute, onFirstRefresh } from '../settle.ts'
import type { Scenario } from './Scenario.ts'

export const diskFull: Scenario = {
  name: 'quota exceeded',
  async play(simulation) {
    const { setting, random } = simulation
    await begin(simulation, accounts[0])
    await simulation.pass(setting.lifetimeMs * random.next() * 0.7)
    simulation.setFull(setting.tabs % 2 === 0 ? 'says so' : true)
    await simulation.pass(setting.lifetimeMs * random.pick([0.3, 1, 2]))
    for (const page of simulation.pages) if (random.chance(0.3)) void page.ask()
    await simulation.pass(random.pick([5, 5_000, minute]))
    simulation.setFull(false)
    await simulation.pass(6 * minute)
    // Without locks, or if the page that could not store is gone, a strict provider ends the session.
    if (!setting.hasLocks && setting.policy !== 'stateless') return
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

export const staleReads: Scenario = {
  name: 'reads that show the past',
  async play(simulation) {
    const { setting, random, presentations, fail } = simulation
    simulation.disk.setStale(random.pick([0.1, 0.5, 0.9]))
    simulation.setSlowness(random.pick([4, 60]))
    await begin(simulation, accounts[0])
    for (let rotation = 0; rotation < 2; rotation++) {
      await simulation.pass(setting.lifetimeMs * 0.9)
      for (const page of simulation.pages) if (random.chance(0.5)) void page.ask()
    }
    await simulation.pass(minute)
    await askAll(simulation)
    simulation.disk.setStale(0)
    await simulation.pass(setting.lifetimeMs)
    await expectSignedIn(simulation)
    const tokens = new Set(presentations.all.map(({ token }) => token))
    if (presentations.all.length > tokens.size) fail('counts', 'a token was presented twice')
  },
}

export const clearedMeanwhile: Scenario = {
  name: 'storage cleared while a refresh is out',
  setting: { hasLocks: true },
  async play(simulation) {
    const { setting, random } = simulation
    await begin(simulation, accounts[0])
    // Until the new tokens are stored.
    onFirstRefresh(simulation, ({ tab }) => {
      tab.interruptAt(random.between(1, 6), 'before', () => simulation.clearStorage())
      simulation.world.at(30_000, tab.unplan)
    })
    await simulation.pass(setting.lifetimeMs + minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

export const cleared: Scenario = {
  name: 'storage cleared',
  async play(simulation) {
    const { setting, random } = simulation
    await begin(simulation, accounts[0])
    await simulation.pass(setting.lifetimeMs * random.next())
    // A refresh that no other tab has read yet would be lost with it.
    const last = simulation.presentations.all.at(-1)
    if (last && simulation.world.now() - last.sentAt < 30_000) await simulation.pass(30_000)
    simulation.clearStorage()
    await simulation.pass(setting.lifetimeMs + minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

/** The sign-out could not be stored and the provider cannot revoke, so the other tabs keep the earlier session, and renew it. */
export const signedInUnstored: Scenario = {
  name: 'signed out and in while nothing can be stored, beside tabs that go on',
  setting: { canRevoke: false, hasLocks: true },
  async play(simulation) {
    const { setting, random } = simulation
    const [page] = (await begin(simulation, accounts[0])) as [Page]
    simulation.setFull(true)
    if (random.chance(0.5)) simulation.clearStorage()
    for (let times = random.between(1, 3); times > 0; times--) {
      void page.signOut()
      await simulation.pass(minute)
      if (random.chance(0.3)) simulation.stepClock(-60 * minute)
      void page.signIn(accounts[0])
      await simulation.pass(minute)
    }
    for (let times = 0; times < 3; times++) {
      for (const one of simulation.pages) if (one !== page) void one.refresh()
      await simulation.pass(minute)
    }
    simulation.setFull(false)
    await simulation.pass(2 * setting.lifetimeMs)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}
