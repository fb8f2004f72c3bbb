import { accounts } from '../openPage.ts'
import type { Page } from '../Page.ts'
import {
  askAll,
  begin,
  expectSignedIn,
  expectSignedOut,
  minute,
  onFirstRefresh,
  openPages,
} from '../settle.ts'
import type { Scenario } from './Scenario.ts'

export const signOutMeanwhile: Scenario = {
  name: 'sign-out while a refresh is out',
  async play(simulation) {
    const { setting, random, server, fail, network } = simulation
    await begin(simulation, accounts[0])
    if (random.chance(0.3)) network.plan('slow')
    const isAgain = random.chance(0.3)
    let hasLeft = false
    onFirstRefresh(simulation, (page) => {
      const other = random.pick(simulation.pages)
      const who = random.chance(0.5) ? page : other
      page.tab.interruptAt(random.between(1, 8), random.pick(['before', 'after'] as const), () => {
        hasLeft = true
        void leave(who, isAgain)
      })
    })
    await simulation.pass(setting.lifetimeMs * 0.95 + 2 * minute)
    if (!hasLeft) return
    if (isAgain) {
      await askAll(simulation)
      await expectSignedIn(simulation)
    } else expectSignedOut(simulation)
    const [first] = server.families()
    if (setting.canRevoke && !first?.isRevoked)
      fail('no resurrection', 'the provider was not told of the sign-out')
  },
}

/** The usual case: sign out and leave the page. */
export const signOutAndGo: Scenario = {
  name: 'signed out, and gone a moment later',
  async play(simulation) {
    const { setting, random, world } = simulation
    simulation.setSlowness(random.pick([4, 40]))
    const [page] = (await begin(simulation, accounts[0])) as [Page]
    await simulation.pass(setting.lifetimeMs * random.next() * 0.7)
    void page.signOut()
    await simulation.pass(random.int(12))
    if (random.chance(0.5)) page.dispose()
    else page.tab.fire('pagehide')
    world.note(page.tab.name, 'leaves')
    await simulation.pass(2_000)
    expectSignedOut(
      simulation,
      openPages(simulation).filter(({ tab }) => tab !== page.tab),
    )
  },
}

/** A page that has read what it no longer may use, and is told of the end before it has taken it over. */
export const signedOutWhileOpening: Scenario = {
  name: 'signed out while another page opens, on a slow disk',
  async play(simulation) {
    const { setting, random } = simulation
    const [page] = (await begin(simulation, accounts[0])) as [Page]
    await simulation.pass(setting.lifetimeMs * random.next() * 0.7)
    simulation.setSlowness(100)
    const opened = simulation.open()
    void opened.ask()
    if (random.chance(0.3))
      opened.tab.interruptAt(1, random.pick(['before', 'after'] as const), () =>
        simulation.freeze(opened),
      )
    await simulation.pass(random.int(100))
    void page.signOut()
    await simulation.pass(random.int(500))
    opened.tab.thaw()
    await simulation.pass(2_000)
    expectSignedOut(simulation)
  },
}

/** Only the tombstone still tells that the session ended. */
export const signOutAfterClearing: Scenario = {
  name: 'storage cleared, then signed out, while a refresh is out',
  async play(simulation) {
    const { setting, random } = simulation
    simulation.setSlowness(40)
    await begin(simulation, accounts[0])
    let hasLeft = false
    onFirstRefresh(simulation, (page) => {
      const other = random.pick(simulation.pages.filter((one) => one !== page))
      page.tab.interruptAt(random.between(1, 7), random.pick(['before', 'after'] as const), () => {
        hasLeft = true
        simulation.clearStorage()
        void other.signOut()
      })
    })
    await simulation.pass(setting.lifetimeMs * 0.95 + 2 * minute)
    if (!hasLeft) return
    expectSignedOut(simulation)
  },
}

async function leave(page: Page, isAgain: boolean): Promise<void> {
  const done = page.signOut()
  if (!isAgain) return
  await done
  await page.start(accounts[0])
}
