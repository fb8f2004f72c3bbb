import type { Fate } from '../createNetwork.ts'
import type { Simulation } from '../Simulation.ts'
import { accounts } from '../openPage.ts'
import { expectCalm } from '../expectCalm.ts'
import {
  askAll,
  begin,
  expectCount,
  expectEnded,
  expectSignedIn,
  minute,
  onFirstRefresh,
} from '../settle.ts'
import type { Scenario } from './Scenario.ts'

export const requestLost: Scenario = {
  name: 'request never arrived',
  async play(simulation) {
    const { setting, presentations, network, random } = simulation
    await begin(simulation, accounts[0])
    network.plan(random.pick(['request lost', 'request swallowed'] as const))
    // A missing answer is no outcome before its bound.
    await simulation.pass(setting.lifetimeMs * 0.95 + 3 * minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
    const [lost, replay] = presentations.all
    expectCount(simulation, 'presentations', presentations.ofToken(lost?.token ?? '').length, 2)
    if (lost?.token === replay?.token && (replay?.sentAt ?? 0) - (lost?.endedAt ?? 0) > 200)
      simulation.fail('one replay', 'it is not sent at once')
  },
}

export const strangersAnswer: Scenario = {
  name: 'an answer that was meant for somebody else',
  async play(simulation) {
    const { setting, network } = simulation
    await begin(simulation, accounts[0])
    // If the sign-in did not state the subject of the tokens, the first refresh does.
    await simulation.pass(setting.lifetimeMs)
    network.plan('stranger')
    await simulation.pass(setting.lifetimeMs * 0.95 + minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

export const answerLost: Scenario = {
  name: 'answer lost after the provider rotated',
  play: (simulation) => playLost(simulation, ['answer lost', '500 after', 'cut']),
}

/** Detected only at the bound of the request. */
export const answerSwallowed: Scenario = {
  name: 'silence after the provider rotated',
  setting: { graceMs: 5 * minute },
  play: (simulation) => playLost(simulation, ['answer swallowed']),
}

async function playLost(simulation: Simulation, fates: readonly Fate[]): Promise<void> {
  const { setting, presentations, network, random } = simulation
  await begin(simulation, accounts[0])
  network.plan(random.pick(fates))
  await simulation.pass(setting.lifetimeMs * 0.95 + 3 * minute)
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
}

/** The refresh of the session before is still out when that of the new one is due. */
export const signedInMeanwhile: Scenario = {
  name: 'signed in again while a swallowed refresh is out',
  setting: { lifetimeMs: minute, tabs: 1 },
  async play(simulation) {
    const { random, network, world } = simulation
    await begin(simulation, accounts[0])
    network.plan('answer swallowed')
    onFirstRefresh(simulation, (page) => {
      void world.at(random.between(1_000, 60_000), () => void page.signIn(accounts[0]))
    })
    await simulation.pass(2 * minute)
    await expectCalm(simulation)
  },
}
