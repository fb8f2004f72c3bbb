import { accounts } from '../openPage.ts'
import { askAll, begin, expectCount, expectEnded, expectSignedIn, minute } from '../settle.ts'
import type { Row } from './Row.ts'

export const requestLost: Row = {
  name: 'request never arrived',
  async play(simulation) {
    const { setting, presentations, network, random } = simulation
    await begin(simulation, accounts[0])
    network.plan(random.pick(['request lost', 'request swallowed'] as const))
    await simulation.pass(setting.lifetimeMs * 0.95 + minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
    const first = presentations.all[0]?.token ?? ''
    expectCount(simulation, 'presentations', presentations.ofToken(first).length, 2)
  },
}

export const answerLost: Row = {
  name: 'answer lost after the provider rotated',
  async play(simulation) {
    const { setting, presentations, network, random } = simulation
    await begin(simulation, accounts[0])
    network.plan(random.pick(['answer lost', 'answer swallowed', '500 after', 'cut'] as const))
    await simulation.pass(setting.lifetimeMs * 0.95 + minute)
    const first = presentations.all[0]?.token ?? ''
    const count = presentations.ofToken(first).length
    if (setting.policy === 'strict') {
      expectEnded(simulation, ['refresh-answer-lost'])
      expectCount(simulation, 'presentations', count, 3)
      return
    }
    await askAll(simulation)
    await expectSignedIn(simulation)
    expectCount(simulation, 'presentations', count, 2)
  },
}
