import type { Fate } from '../createNetwork.ts'
import { accounts } from '../openPage.ts'
import type { Page } from '../Page.ts'
import { askAll, begin, expectCount, expectEnded, expectSignedIn, minute } from '../settle.ts'
import type { Scenario } from './Scenario.ts'

export const throttled: Scenario = {
  name: '429',
  async play(simulation) {
    const { setting, network, random } = simulation
    await begin(simulation, accounts[0])
    const seconds = random.pick([5, 60, 600])
    network.setRetryAfter(seconds)
    const fates = random.pick([['429'], ['429 silent'], ['429', '429']] as const)
    network.plan(...fates)
    // Callers that cannot wait must not add requests.
    await simulation.pass(setting.lifetimeMs * 0.9)
    for (const page of simulation.pages) if (random.chance(0.5)) void page.ask()
    await simulation.pass(setting.lifetimeMs * 0.1 + seconds * 2_000 + 2 * minute)
    await askAll(simulation)
    await expectSignedIn(simulation)
  },
}

export const outOfOrder: Scenario = {
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

/** A hint may lengthen a wait, and never shortens it. */
export const strangeHints: Scenario = {
  name: 'hints that ask for no wait, or make no sense',
  async play(simulation) {
    const { setting, network, random, world, fail } = simulation
    await begin(simulation, accounts[0])
    const sentAt: number[] = []
    network.onSend((path) => {
      if (path === 'refresh' || path === 'exchange') sentAt.push(world.now())
    })
    const passed = new Date(world.wall() - 3_600_000).toUTCString()
    network.setRetryAfter(random.pick(['0', '1.5', '-1', '2, 2', 'soon', passed, '1']))
    const fate = random.pick(['429', '503 busy'] as const)
    network.planExchange(...Array<Fate>(40).fill(fate))
    network.setWeather(1, [fate])
    const restless = random.chance(0.5) ? simulation.pages.slice(0, 3) : []
    if (random.chance(0.5)) void random.pick(simulation.pages).signIn(accounts[1])
    await simulation.pass(setting.lifetimeMs * 0.9)
    const spanMs = random.pick([minute, 5 * minute])
    for (let spent = 0; spent < spanMs; spent += 5_000) {
      if (random.chance(0.5)) void random.pick(simulation.pages).ask()
      for (const page of restless) void page.signIn(accounts[1])
      await simulation.pass(5_000)
    }
    for (const at of sentAt) {
      const within = (ms: number) => sentAt.filter((one) => one >= at && one < at + ms).length
      // One tab may sign in while another refreshes.
      if (within(1_000) > 12) fail('no storm', `${within(1_000)} requests in a second`)
      if (within(minute - 200) > 12) fail('no storm', `${within(minute)} requests in a minute`)
    }
    world.note('provider', 'is well again')
    network.calm()
    await simulation.pass(8 * minute)
    await askAll(simulation, accounts[0])
  },
}

/** A caller that waits in a visible tab has a token within 10 s of the recovery, for each of its sessions; no tab sends more. */
export const outage: Scenario = {
  name: 'an outage beyond the end of the token, and somebody who waits',
  setting: { lifetimeMs: 300_000 },
  async play(simulation) {
    const { setting, network, random, world, server, fail, presentations } = simulation
    const [page] = (await begin(simulation, accounts[0])) as [Page]
    const more = random.fork('more')
    // A relay names a short wait.
    network.setRetryAfter(more.pick([undefined, 3]))
    const waiting = more.chance(0.5) ? accounts : [accounts[0]]
    if (waiting.length > 1) {
      void page.start(accounts[1])
      await simulation.pass(500)
    }
    for (const { tab } of simulation.pages) if (random.chance(0.5)) tab.setVisible(true)
    await simulation.pass(setting.lifetimeMs * random.between(20, 70) * 0.01)
    const fates = ['request lost', '500', 'html', '503 busy'] as const
    network.setWeather(1, [random.pick(fates)])
    await simulation.pass(setting.lifetimeMs)
    const endedAt = world.now()
    const isAsked = random.chance(0.7)
    const spanMs = random.pick([minute, 5 * minute, 20 * minute])
    while (world.now() < endedAt + spanMs) {
      if (isAsked) for (const account of waiting) void page.ask(account)
      if (isAsked && random.chance(0.3)) void random.pick(simulation.pages).ask(accounts[0])
      await simulation.pass(random.between(2_000, 20_000))
    }
    world.note('provider', 'is well again')
    network.setWeather(0, [])
    const wellAt = world.now()
    await simulation.pass((isAsked ? 10 : 35) * 1_000)
    for (const account of isAsked ? waiting : [accounts[0]]) {
      const { token } = page.client.getSnapshot({ account })
      if (!token || !server.isGood(token))
        fail('back soon', `${page.tab.name} has no token ${world.now() - wellAt} ms after`)
    }
    const probes = presentations.all.filter(({ sentAt }) => sentAt > endedAt && sentAt < wellAt)
    // The clocks of the budget and the page may differ by the time that a write takes.
    probes.forEach(({ sentAt, tab }, index) => {
      const before = probes[index - 1]
      if (before && sentAt - before.sentAt < 5_000)
        fail('no storm', `${tab.name} probes ${sentAt - before.sentAt} ms after ${before.tab.name}`)
    })
    if (!isAsked && probes.length > waiting.length * (spanMs / 25_000 + 2))
      fail('no busy work', `${probes.length} probes that nobody waits for`)
    await simulation.pass(minute)
    for (const account of waiting) await askAll(simulation, account)
    if (waiting.length === 1) await expectSignedIn(simulation)
  },
}

/** A back-off of minutes that began while the token was good ends soon after it: the page is in sight, and nobody asks. */
export const outageOfHours: Scenario = {
  name: 'an outage that ends with the token, and a page in sight',
  setting: { lifetimeMs: 7_200_000 },
  async play(simulation) {
    const { setting, network, random, world, server, fail } = simulation
    const [page] = (await begin(simulation, accounts[0])) as [Page]
    page.tab.setVisible(true)
    await simulation.pass(setting.lifetimeMs * 0.7)
    network.setWeather(1, [random.pick(['request lost', '500', 'html'] as const)])
    // From 7 s before the end of the token to 35 s after it.
    await simulation.pass(setting.lifetimeMs * 0.3 + random.between(-5, 35) * 1_000)
    world.note('provider', 'is well again')
    network.setWeather(0, [])
    const wellAt = world.now()
    await simulation.pass(45_000)
    const { token } = page.client.getSnapshot({ account: accounts[0] })
    if (!token || !server.isGood(token))
      fail('back soon', `${page.tab.name} has no token ${world.now() - wellAt} ms after`)
    await expectSignedIn(simulation)
  },
}

export const refused: Scenario = {
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

export const refusedByMistake: Scenario = {
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
