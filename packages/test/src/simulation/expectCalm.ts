import type { Simulation } from './Simulation.ts'
import { accounts } from './openPage.ts'
import type { Page } from './Page.ts'
import { minute, openPages } from './settle.ts'

/** Ends all faults and lets time pass. All tabs must then agree and have valid tokens where possible. */
export async function expectCalm(simulation: Simulation): Promise<void> {
  const { setting, network, disk, pages, world, random } = simulation
  world.note('story', 'calm')
  network.calm()
  disk.setStale(0)
  simulation.setFull(false)
  simulation.setSlowness(4)
  simulation.setOnline(true)
  for (const page of pages) {
    page.tab.unplan()
    page.tab.thaw()
    if (random.chance(0.5)) page.tab.setVisible(true)
  }
  if (openPages(simulation).length === 0) simulation.open()
  await simulation.pass(12 * minute)
  // A rotation without faults.
  await simulation.pass(setting.lifetimeMs)
  for (const page of openPages(simulation)) if (page.tab.isVisible()) expectFresh(simulation, page)
  for (const account of accounts) await expectAgreement(simulation, account)
}

/** Each visible, online tab must have a valid token before a caller asks. */
function expectFresh({ server, fail }: Simulation, { client, tab, isDisposed }: Page): void {
  if (isDisposed()) return
  for (const session of client['~sessions'].all()) {
    const { status, token } = session.snapshot()
    if (status !== 'signedIn' || (token && server.isGood(token))) continue
    if (session.provider.session === 'cookie') continue
    fail('never an expired token', `${tab.name} has none before anyone asks`)
  }
}

/** All tabs must report the same state of an account, and each signed-in tab must have a valid token. */
async function expectAgreement(simulation: Simulation, account: string): Promise<void> {
  const { fail, setting, excuses } = simulation
  const alive = openPages(simulation).filter((page) => !page.isDisposed())
  const answers = alive.map((page) => ({ page, answer: page.ask(account) }))
  await simulation.pass(minute)
  const stories = new Set<string>()
  for (const { page, answer } of answers) {
    const { tab } = page
    if (page.pending().length > 0) {
      fail('settles', `${tab.name} still waits: ${page.pending().join(', ')}`)
      continue
    }
    const { status, sid } = page.client.getSnapshot({ account })
    const told = await answer
    if (status === 'signedIn' && 'code' in told) fail('calm', `${tab.name} gets ${told.code}`)
    if (status === 'signedIn' && 'isGood' in told && !told.isGood)
      fail('calm', `${tab.name} has a bad token`)
    if (status !== 'signedIn' && status !== 'signedOut') fail('calm', `${tab.name} is ${status}`)
    stories.add(`${status} ${sid}`)
  }
  // Other tabs cannot know a session that was not stored, or whose storage was cleared.
  if (!setting.isShared || excuses.wasFull || excuses.wasCleared) return
  if (stories.size > 1) fail('calm', `tabs disagree: ${[...stories].join(', ')}`)
}
