import { losing } from '../createNetwork.ts'
import { expectCalm } from '../expectCalm.ts'
import { expectLastWord } from '../expectLastWord.ts'
import { accounts } from '../openPage.ts'
import type { Page } from '../Page.ts'
import { begin, expectCount, expectEnded, expectSignedOut, minute, openPages } from '../settle.ts'
import { type Happening, happenings, playAtRandom } from './chaos.ts'
import type { Scenario } from './Scenario.ts'

const signingIn: Record<string, Happening> = {
  'sign out, and in at once': (_, page) => {
    void page.signOut()
    void page.signIn(accounts[0])
  },
  'sign out, and the other in at once': (_, page) => {
    void page.signOut()
    void page.signIn(accounts[1])
  },
  'sign in, and cancel': ({ random, world }, page) => {
    void page.signIn(random.pick(accounts))
    world.at(random.int(200), () => page.cancelSignIn())
  },
  'sign in, then the other': ({ random, world }, page) => {
    void page.signIn(accounts[1])
    world.at(random.int(200), () => void page.signIn(accounts[0]))
  },
  'sign in twice': ({ random, pages }, page) => {
    void page.signIn(accounts[0])
    void random.pick(pages).signIn(random.pick(accounts))
  },
  'lost sign-in': ({ network, random }, page) => {
    network.planExchange(random.pick(losing))
    void page.signIn(accounts[0])
  },
  'unheard sign-out': ({ network, world }, page) => {
    network.setWeather(1, ['request lost'])
    void page.signOut()
    world.at(2_000, () => network.setWeather(0, []))
  },
  reload: (simulation, page) => {
    page.tab.crash()
    simulation.open()
  },
}

const anything: Scenario = {
  name: 'anything at any time, with a backend of one’s own',
  async play(simulation) {
    await begin(simulation, accounts[0])
    await playAtRandom(simulation, { ...happenings, ...signingIn }, Object.keys(signingIn))
    await expectCalm(simulation)
    await expectLastWord(simulation)
  },
}

/** The answer was lost, and with it the challenge: the wallet is asked once more, and nothing is said. */
const answerLost: Scenario = {
  name: 'the answer to a sign-in is lost',
  async play(simulation) {
    const { network, random, fail } = simulation
    const page = simulation.open()
    network.planExchange(random.pick(losing))
    const signedIn = page.signIn(accounts[0])
    await simulation.pass(3 * minute)
    if (page.pending().length > 0) return fail('settles', 'the sign-in goes on')
    const answer = await signedIn
    if (answer !== 'signedIn') return fail('no sign-in lost', `it ends with ${answer}`)
    await expectLastWord(simulation)
  },
}

const signedOutUnheard: Scenario = {
  name: 'a sign-out that the backend did not hear, then other pages',
  async play(simulation) {
    const { network, random, fail, backend, setting } = simulation
    const [page] = (await begin(simulation, accounts[0])) as [Page]
    network.setWeather(1, random.pick([['request lost'], ['500'], ['html']] as const))
    void page.signOut()
    await simulation.pass(random.pick([20, 2_000, minute]))
    for (const { tab } of openPages(simulation)) tab.crash()
    if (random.chance(0.5)) network.setWeather(0, [])
    const opened = [simulation.open(), simulation.open()]
    await simulation.pass(2 * minute)
    network.setWeather(0, [])
    opened.push(simulation.open())
    await simulation.pass(minute)
    expectSignedOut(simulation, opened)
    if (backend?.account() && setting.canRevoke)
      fail('no resurrection', 'the backend was not told of the sign-out')
    await expectLastWord(simulation)
  },
}

const endedByBackend: Scenario = {
  name: 'the backend ends every session',
  setting: { session: 'cookie' },
  async play(simulation) {
    const { backend, setting } = simulation
    await begin(simulation, accounts[0])
    backend?.endAll()
    await simulation.pass(setting.lifetimeMs + minute)
    for (const page of openPages(simulation)) void page.ask()
    await simulation.pass(minute)
    expectEnded(simulation, ['refresh-refused', 'signed-out-elsewhere'])
    await expectLastWord(simulation)
  },
}

/** Nothing is stored in the browser, but it has the cookie. */
const askedOnce: Scenario = {
  name: 'a reload with nothing but the cookie',
  setting: { session: 'cookie' },
  async play(simulation) {
    const { disk, fail } = simulation
    await begin(simulation, accounts[0])
    for (const { tab } of openPages(simulation)) tab.crash()
    disk.clear()
    let asked = 0
    simulation.network.onSend((path) => {
      if (path === 'refresh') asked++
    })
    const page = simulation.open()
    await simulation.pass(2_000)
    const { status } = page.client.getSnapshot({ account: accounts[0] })
    if (status !== 'signedIn') fail('no sign-in lost', `the page is ${status}`)
    expectCount(simulation, 'questions', asked, 1)
    await expectLastWord(simulation)
  },
}

/** All tabs have the same cookie: what one of them learns counts for all. */
const askedForAll: Scenario = {
  name: 'one tab asks the backend for all',
  setting: { session: 'cookie', hasLocks: true, isThrottled: false },
  async play(simulation) {
    const { setting, network, pages, fail } = simulation
    await begin(simulation, accounts[0])
    // A page that opens asks once.
    await simulation.pass(2_000)
    let asked = 0
    network.onSend((path) => {
      if (path === 'refresh') asked++
    })
    await simulation.pass(setting.lifetimeMs * 0.95)
    expectCount(simulation, 'questions', asked, 1)
    for (const { tab, client } of pages)
      if (client.getSnapshot().status !== 'signedIn')
        fail('no sign-in lost', `${tab.name} is ${client.getSnapshot().status}`)
  },
}

/** Another tab has just signed in anew, and the one in which the user signs out may not know it yet. */
const signedOutUntold: Scenario = {
  name: 'a sign-out in a tab that has not heard of a new session',
  async play(simulation) {
    const { disk, random } = simulation
    const [page, other] = (await begin(simulation, accounts[0])) as [Page, Page]
    disk.setStale(random.pick([0, 0.8]))
    const signedIn = other.signIn(accounts[0])
    await simulation.pass(10)
    while (other.pending().length > 0) await simulation.pass(1)
    await signedIn
    await simulation.pass(random.between(1, 40))
    void page.signOut(accounts[0])
    await simulation.pass(minute)
    await expectCalm(simulation)
    await expectLastWord(simulation)
  },
}

/** The storage delays the sign-out, and the sign-in that follows needs none. */
const signedOutSlowly: Scenario = {
  name: 'a sign-out that the storage holds up, and a sign-in at once',
  async play(simulation) {
    const { random } = simulation
    const [page] = (await begin(simulation, accounts[0])) as [Page]
    simulation.setSlowness(300)
    void page.signOut()
    void page.signIn(random.pick(accounts))
    await simulation.pass(minute)
    simulation.setSlowness(4)
    await expectCalm(simulation)
    await expectLastWord(simulation)
  },
}

/** On waking, all tabs look at the same instant, and one of them has an answer to store. */
const asleepBeforeStored: Scenario = {
  name: 'the machine sleeps between an answer and its note',
  setting: { session: 'token', hasLocks: false },
  async play(simulation) {
    const { network, pages, random, setting, world } = simulation
    await begin(simulation, accounts[0])
    simulation.setSlowness(100)
    let isPlanned = false
    network.onSend((path) => {
      if (path !== 'refresh' || isPlanned) return
      isPlanned = true
      world.at(random.between(20, 200), () => simulation.sleep(10 * 60 * minute))
    })
    await simulation.pass(setting.lifetimeMs)
    for (const page of pages) void page.ask()
    await expectCalm(simulation)
  },
}

/** Without locks only the record tells that an attempt is over, and nobody says that it changed. */
const goneAfterFailure: Scenario = {
  name: 'a tab fails and goes, and another waits for it',
  setting: { session: 'token', hasLocks: false, tabs: 2, isThrottled: false },
  async play(simulation) {
    const { network, server, setting, world, fail } = simulation
    const [page, other] = (await begin(simulation, accounts[0])) as [Page, Page]
    for (const { tab } of [page, other]) tab.setVisible(true)
    let isPlanned = false
    network.onSend((path, tab) => {
      if (path !== 'refresh' || isPlanned) return
      isPlanned = true
      const waiting = tab === page.tab ? other : page
      void waiting.ask()
      world.at(2_000, () => {
        tab.crash()
        network.calm()
      })
      world.at(25_000, () => {
        const { token } = waiting.client.getSnapshot()
        if (!token || !server.isGood(token)) fail('back soon', `${waiting.tab.name} has no token`)
      })
    })
    network.setRetryAfter(undefined)
    network.setWeather(1, ['503 busy'])
    // The page that is asked has no good token left.
    simulation.sleep(setting.lifetimeMs)
    await simulation.pass(minute)
  },
}

/** Played by negative seeds, so that these change no story of the others. */
export const backendScenarios: readonly Scenario[] = [
  answerLost,
  signedOutUnheard,
  endedByBackend,
  askedOnce,
  askedForAll,
  signedOutUntold,
  signedOutSlowly,
  asleepBeforeStored,
  goneAfterFailure,
  ...Array.from({ length: 3 }, () => anything),
]
