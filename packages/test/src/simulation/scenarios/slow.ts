import type { Simulation } from '../Simulation.ts'
import { accounts } from '../openPage.ts'
import type { Page } from '../Page.ts'
import { askAll, begin, expectCount, expectSignedIn, minute, onFirstRefresh } from '../settle.ts'
import type { Scenario } from './Scenario.ts'

/** What a caller without a valid token receives, and when. */
async function expectToldInTime(simulation: Simulation, page: Page): Promise<void> {
  const { world, fail, setting } = simulation
  const askedAt = world.now()
  const held = page.client['~sessions'].find({}).held()
  const goodUntil = (held?.record.requestedAt ?? 0) + setting.lifetimeMs
  const isGood = world.wall() < goodUntil - 13_000
  const answer = await page.ask()
  if (page.tab.state() !== 'open' || simulation.setting.isThrottled) return
  const tookMs = world.now() - askedAt
  if (tookMs > 12_500) fail('callers hear in time', `${page.tab.name} hears after ${tookMs} ms`)
  if ('code' in answer && (isGood || answer.code !== 'network/timeout'))
    fail('callers hear in time', `${page.tab.name} gets ${answer.code}`)
}

function expectOnePresentation(simulation: Simulation): void {
  const { presentations } = simulation
  const first = presentations.all[0]?.token ?? ''
  expectCount(simulation, 'presentations', presentations.ofToken(first).length, 1)
}

/** A slow answer is no outcome: one request, and no tab loses its session. */
export const slowAnswer: Scenario = {
  name: 'the answer takes 12, 45 or 90 s',
  async play(simulation) {
    const { setting, network, random, pages } = simulation
    await begin(simulation, accounts[0])
    network.plan('late')
    let isOut = false
    onFirstRefresh(simulation, () => {
      isOut = true
    })
    // Callers ask before the request, while it is in flight, and after it is late.
    await simulation.pass(setting.lifetimeMs * 0.74)
    for (let call = 0; call < 12 || !isOut; call++) {
      await simulation.pass(random.between(500, Math.min(15_000, setting.lifetimeMs * 0.05)))
      if (random.chance(0.5)) void expectToldInTime(simulation, random.pick(pages))
      if (call > 200) break
    }
    await simulation.pass(2 * minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
    expectOnePresentation(simulation)
  },
}

/** The page is frozen while the answer is in flight, for less than a request may take. */
export const slowAndFrozen: Scenario = {
  name: 'a slow answer, and its page frozen meanwhile',
  async play(simulation) {
    const { setting, network, random, world } = simulation
    await begin(simulation, accounts[0])
    network.plan('late')
    onFirstRefresh(simulation, (page) => {
      void world.at(random.between(200, 20_000), () => simulation.freeze(page))
      void world.at(random.between(20_000, 100_000), page.tab.thaw)
    })
    await simulation.pass(setting.lifetimeMs * 0.95 + minute)
    for (const page of simulation.pages) if (random.chance(0.5)) void page.ask()
    await simulation.pass(3 * minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
    expectOnePresentation(simulation)
  },
}

/** A page that resumes after the bound of its request handles events that arrived before it decides. */
export const frozenOverBound: Scenario = {
  name: 'a slow answer, and its only page frozen beyond the bound',
  setting: { tabs: 1 },
  async play(simulation) {
    const { setting, network, random, world } = simulation
    await begin(simulation, accounts[0])
    network.plan('late')
    onFirstRefresh(simulation, (page) => {
      void world.at(random.between(200, 10_000), () => simulation.freeze(page))
      void world.at(random.between(100_000, 10 * minute), page.tab.thaw)
    })
    await simulation.pass(setting.lifetimeMs * 0.95 + 12 * minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
    expectOnePresentation(simulation)
  },
}

/** A signature is sent once while its first exchange is in flight. */
export const slowSignIn: Scenario = {
  name: 'the answer to a sign-in takes 12, 45 or 90 s',
  async play(simulation) {
    const { network, random, server, fail } = simulation
    let sent = 0
    network.onSend((path) => {
      if (path === 'exchange') sent++
    })
    for (let count = random.between(1, 3); count > 0; count--) simulation.open()
    await simulation.pass(200)
    network.planExchange('late')
    const page = random.pick(simulation.pages)
    const done = page.signIn(accounts[0])
    const isCancelled = random.chance(0.3)
    if (isCancelled) {
      await simulation.pass(random.between(1_000, 10_000))
      page.cancelSignIn()
    }
    await simulation.pass(2 * minute)
    const told = await done
    expectCount(simulation, 'exchanges', sent, 1)
    if (!isCancelled) {
      if (told !== 'signedIn') fail('all signed in', `signing in ends with ${told}`)
      await askAll(simulation)
      return expectSignedIn(simulation)
    }
    if (told !== 'sign-in/cancelled') fail('cancelled', `signing in ends with ${told}`)
    if (page.client.getSnapshot().status !== 'signedOut')
      fail('cancelled', 'it signs in all the same')
    const [family] = server.families()
    if (simulation.setting.canRevoke && !family?.isRevoked)
      fail('cancelled', 'tokens that came late were not revoked')
  },
}
