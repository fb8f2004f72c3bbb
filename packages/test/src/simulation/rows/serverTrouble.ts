import { accounts } from '../openPage.ts'
import { askAll, begin, expectCount, expectEnded, expectSignedIn, minute } from '../settle.ts'
import type { Row } from './Row.ts'

export const throttled: Row = {
  name: '429',
  async play(simulation) {
    const { setting, network, random } = simulation
    await begin(simulation, accounts[0])
    const seconds = random.pick([5, 60, 600])
    network.setRetryAfter(seconds)
    const fates = random.pick([['429'], ['429 silent'], ['429', '429']] as const)
    network.plan(...fates)
    // Callers who cannot wait do not make it worse.
    await simulation.pass(setting.lifetimeMs * 0.9)
    for (const page of simulation.pages) if (random.chance(0.5)) void page.ask()
    await simulation.pass(setting.lifetimeMs * 0.1 + seconds * 2_000 + 2 * minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

export const outOfOrder: Row = {
  name: '5xx, HTML at 200, an answer that says busy',
  async play(simulation) {
    const { setting, network, random, world } = simulation
    await begin(simulation, accounts[0])
    network.setRetryAfter(random.pick([undefined, 20]))
    await simulation.pass(setting.lifetimeMs * 0.7)
    network.setWeather(1, [random.pick(['500', 'html', '503 busy'] as const)])
    await simulation.pass(setting.lifetimeMs * 0.2 + random.pick([5_000, minute, 20 * minute]))
    for (const page of simulation.pages) if (random.chance(0.3)) void page.ask()
    world.note('provider', 'is well again')
    network.setWeather(0, [])
    await simulation.pass(8 * minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

export const refused: Row = {
  name: 'refusal of the current token',
  async play(simulation) {
    const { setting, server, presentations } = simulation
    await begin(simulation, accounts[0])
    await simulation.pass(setting.lifetimeMs / 2)
    server.revokeAll()
    await simulation.pass(setting.lifetimeMs * 0.5 + minute)
    expectEnded(simulation, ['refresh-refused'])
    expectCount(simulation, 'presentations', presentations.all.length, 2)
  },
}

export const refusedByMistake: Row = {
  name: 'a refusal that is taken back when asked again',
  async play(simulation) {
    const { setting, network } = simulation
    await begin(simulation, accounts[0])
    network.plan('refused')
    await simulation.pass(setting.lifetimeMs * 0.95 + minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}
