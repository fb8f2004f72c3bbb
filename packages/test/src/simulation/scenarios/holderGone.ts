import { accounts } from '../openPage.ts'
import type { Page } from '../Page.ts'
import type { Simulation } from '../Simulation.ts'
import {
  askAll,
  begin,
  expectEnded,
  expectSignedIn,
  isRotationLost,
  minute,
  onFirstRefresh,
} from '../settle.ts'
import type { Scenario } from './Scenario.ts'

/** Long enough for the last tab to notice. */
const patientGrace = { graceMs: 30 * 24 * 3_600_000 }

export const holderClosed: Scenario = {
  name: 'holder closed at any step',
  setting: patientGrace,
  async play(simulation) {
    const { setting, random } = simulation
    await begin(simulation, accounts[0])
    let holder: Page | undefined
    onFirstRefresh(simulation, (page) => {
      holder = page
      page.tab.crashAt(random.between(1, 7), random.pick(['before', 'after'] as const))
    })
    // Without locks, only its bound tells that an attempt is over.
    await simulation.pass(setting.lifetimeMs * 0.95 + 5 * minute)
    await expectGoesOn(simulation, holder)
  },
}

export const holderFrozen: Scenario = {
  name: 'holder frozen at any step',
  setting: patientGrace,
  async play(simulation) {
    const { setting, random } = simulation
    await begin(simulation, accounts[0])
    let holder: Page | undefined
    onFirstRefresh(simulation, (page) => {
      holder = page
      page.tab.interruptAt(random.between(1, 7), random.pick(['before', 'after'] as const), () =>
        simulation.freeze(page),
      )
    })
    await simulation.pass(setting.lifetimeMs * (0.5 + random.next() / 2) + minute)
    // It has frozen by now, or does not freeze at all.
    holder?.tab.unplan()
    if (random.chance(0.5)) holder?.tab.thaw()
    await simulation.pass(setting.lifetimeMs * 0.3 + 2 * minute)
    holder?.tab.thaw()
    await simulation.pass(minute)
    expectPatience(simulation, holder)
    await expectGoesOn(simulation, holder)
  },
}

export const holderFrozenForLong: Scenario = {
  ...holderFrozen,
  name: 'holder frozen at any step, tokens for thirty days',
  setting: { ...patientGrace, lifetimeMs: 30 * 24 * 3_600_000 },
}

/** No tab may bypass a frozen holder while the token is valid: it may resume, and its answer counts. */
function expectPatience({ setting, presentations, fail }: Simulation, holder: Page | undefined) {
  const { lifetimeMs, hasLocks } = setting
  const [first] = presentations.all
  if (!hasLocks || !first || first.tab !== holder?.tab || first.outcome === 'holder gone') return
  const hardAt = lifetimeMs < 300_000 ? lifetimeMs * 0.9 : lifetimeMs - 30_000
  for (const { tab, token, sentAt } of presentations.all)
    if (token === first.token && tab !== holder.tab && sentAt < hardAt)
      fail('frozen holders', `${tab.name} passes by before the hard deadline`)
}

/** The remaining tabs must continue, unless a strict provider rotated and the answer reached no tab. */
async function expectGoesOn(simulation: Simulation, holder: Page | undefined): Promise<void> {
  const { setting, presentations } = simulation
  const first = presentations.all[0]?.token ?? ''
  if (setting.policy === 'strict' && (await isRotationLost(simulation))) {
    // Nobody passes by a holder that has only just frozen.
    await simulation.pass(setting.lifetimeMs * 0.3 + 2 * minute)
    expectEnded(simulation, ['refresh-answer-lost'])
    return
  }
  await askAll(simulation)
  await expectSignedIn(simulation)
  const ofFirst = presentations.ofToken(first)
  const before = ofFirst.filter(({ tab }) => tab === holder?.tab).length
  if (ofFirst.length > (before > 0 ? 2 : 1))
    simulation.fail('counts', `${ofFirst.length} presentations`)
}
