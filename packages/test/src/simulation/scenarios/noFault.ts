import { accounts } from '../openPage.ts'
import { askAll, begin, expectCount, expectSignedIn } from '../settle.ts'
import type { Scenario } from './Scenario.ts'

/** The tokens of all tabs expire together: one request per rotation. */
export const noFault: Scenario = {
  name: 'none, all tabs expire together',
  setting: { isThrottled: false },
  async play(simulation) {
    const { setting, presentations, server, fail } = simulation
    await begin(simulation, accounts[0])
    const rotations = 3
    for (let rotation = 1; rotation <= rotations; rotation++) {
      await simulation.pass(setting.lifetimeMs * 0.9)
      for (const { tab, client } of simulation.pages) {
        const { token } = client.getSnapshot()
        if (tab.isVisible() && !(token && server.isGood(token)))
          fail('never an expired token', `${tab.name} has none before anyone asks`)
      }
    }
    await askAll(simulation)
    await expectSignedIn(simulation)
    const tokens = new Set(presentations.all.map(({ token }) => token))
    expectCount(simulation, 'presentations of a token', presentations.all.length, tokens.size)
    // Four an hour at the documented lifetimes, and none for what does not change.
    const hours = simulation.world.now() / 3_600_000
    for (const { tab } of simulation.pages)
      if (setting.lifetimeMs >= 3_600_000 && tab.wakeUps() > hours * 4)
        fail('no busy work', `${tab.name} wakes up ${tab.wakeUps()} times in ${hours} h`)
    // Soft deadlines are between 75 and 93 % of a lifetime.
    const most = Math.floor(simulation.world.now() / (setting.lifetimeMs * 0.75))
    if (presentations.all.length > most) fail('counts', `${presentations.all.length} rotations`)
  },
}
