import { accounts } from '../openPage.ts'
import { askAll, begin, expectCount, expectSignedIn, minute, onFirstRefresh } from '../settle.ts'
import type { Scenario } from './Scenario.ts'

export const openedMeanwhile: Scenario = {
  name: 'a tab opened during a refresh',
  async play(simulation) {
    const { setting, random, presentations, network } = simulation
    await begin(simulation, accounts[0])
    if (random.chance(0.5)) network.plan('slow')
    onFirstRefresh(simulation, (page) =>
      page.tab.interruptAt(random.between(1, 7), 'before', () => void simulation.open().ask()),
    )
    await simulation.pass(setting.lifetimeMs * 0.95 + minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
    const tokens = new Set(presentations.all.map(({ token }) => token))
    expectCount(simulation, 'presentations', presentations.all.length, tokens.size)
  },
}

export const twoAccounts: Scenario = {
  name: 'two accounts',
  async play(simulation) {
    const { setting, random, fail } = simulation
    await begin(simulation, accounts[0])
    const second = random.pick(simulation.pages)
    void second.signIn(accounts[1])
    await simulation.pass(setting.lifetimeMs * 1.5 + minute)
    void random.pick(simulation.pages).signOut(accounts[1])
    await simulation.pass(minute)
    await askAll(simulation, accounts[0])
    for (const { tab, client } of simulation.pages) {
      const [one, other] = accounts.map((account) => client.getSnapshot({ account }).status)
      if (one !== 'signedIn' || other === 'signedIn')
        fail('two accounts', `${tab.name}: ${one} and ${other}`)
    }
  },
}

export const refusedCalls: Scenario = {
  name: 'twenty refused calls at once',
  async play(simulation) {
    const { setting, random, presentations, server, fail } = simulation
    await begin(simulation, accounts[0])
    await simulation.pass(setting.lifetimeMs * 0.3)
    server.expireAccess()
    const callers = random.chance(0.5) ? [random.pick(simulation.pages)] : simulation.pages
    const answers = callers.flatMap((page) => Array.from({ length: 20 }, () => page.call()))
    await simulation.pass(30_000)
    for (const { tab, pending } of callers)
      if (pending().length > 0) fail('settles', `${tab.name} still waits`)
    if (simulation.violations.length > 0) return
    for (const answer of answers) {
      const status = await answer
      if (status !== 200) fail('counts', `a call is answered with ${status}`)
    }
    expectCount(simulation, 'refreshes', presentations.all.length, 1)
  },
}
