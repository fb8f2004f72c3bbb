import type { Simulation } from './Simulation.ts'
import type { Page } from './Page.ts'

export const minute = 60_000

/** Opens all tabs of a run, signs in in the first, and waits until all tabs know it. */
export async function begin(simulation: Simulation, account: string): Promise<Page[]> {
  const { setting, random } = simulation
  const early = random.int(setting.tabs)
  for (let index = 0; index <= early; index++)
    simulation.open({ isVisible: index === 0 || random.chance(0.5) })
  await simulation.pass(200)
  const first = simulation.pages[0] as Page
  void (random.chance(0.3) ? first.signIn(account) : first.start(account))
  await simulation.pass(500)
  while (simulation.pages.length < setting.tabs) simulation.open({ isVisible: random.chance(0.5) })
  await simulation.pass(500)
  return simulation.pages
}

/** Tabs that can act. */
export function openPages({ pages }: Simulation): Page[] {
  return pages.filter(({ tab }) => tab.state() === 'open')
}

/** All open tabs ask for a token; every returned token must be valid. */
export async function askAll(simulation: Simulation, account?: string): Promise<void> {
  const { fail } = simulation
  const answers = openPages(simulation).map((page) => ({ page, answer: page.ask(account) }))
  await simulation.pass(2 * minute)
  for (const { page, answer } of answers) {
    if (page.pending().length > 0) {
      fail('settles', `${page.tab.name} still waits: ${page.pending().join(', ')}`)
      continue
    }
    const told = await answer
    if ('code' in told) fail('all signed in', `${page.tab.name} gets ${told.code}`)
    else if (!told.isGood) fail('all signed in', `${page.tab.name} has a bad token`)
  }
}

/** All open tabs must be signed in to one session with the same, newest tokens. */
export async function expectSignedIn(simulation: Simulation): Promise<void> {
  const { fail, setting } = simulation
  const held = () =>
    new Set(
      openPages(simulation).map(
        ({ client }) => `${client.getSnapshot().sid} ${client.getSnapshot().gen}`,
      ),
    )
  // A tab may be about to notify the others.
  for (let wait = 0; wait < 20 && held().size > 1; wait++) await simulation.pass(100)
  const seen = held()
  for (const { tab, client } of openPages(simulation)) {
    const { status } = client.getSnapshot()
    if (status !== 'signedIn') fail('all signed in', `${tab.name} is ${status}`)
  }
  if (setting.isShared && seen.size > 1)
    fail('all signed in', `tabs hold different tokens: ${[...seen].join(', ')}`)
}

/** After a sign-out, each of these tabs, by default all open ones, must be signed out. */
export function expectSignedOut(simulation: Simulation, pages = openPages(simulation)): void {
  for (const { tab, client } of pages) {
    const { status } = client.getSnapshot()
    if (status !== 'signedOut') simulation.fail('no resurrection', `${tab.name} is ${status}`)
  }
}

/** All open tabs must have received one end of the session, for the same reason. */
export function expectEnded(simulation: Simulation, reasons: readonly string[]): void {
  const { fail } = simulation
  for (const { tab, client, events } of openPages(simulation)) {
    const { status, reason } = client.getSnapshot()
    if (status !== 'signedOut') fail('ends once', `${tab.name} is ${status}`)
    else if (!reasons.includes(reason ?? '')) fail('ends once', `${tab.name}: ${reason}`)
    const ends = events.filter((event) => event.type === 'sessionEnded').length
    if (ends !== 1) fail('ends once', `${tab.name} hears it ${ends} times`)
  }
}

export function expectCount(simulation: Simulation, what: string, is: number, be: number): void {
  if (is !== be) simulation.fail('counts', `${is} ${what} instead of ${be}`)
}

/** Calls back at the first refresh of any page, once. */
export function onFirstRefresh(simulation: Simulation, run: (page: Page) => void): void {
  let isOver = false
  for (const page of simulation.pages)
    page.client.onEvent((event) => {
      if (event.type !== 'refreshStarted' || isOver) return
      isOver = true
      run(page)
    })
}

/** Whether the provider has rotated tokens that reached no page which can store them. */
export async function isRotationLost(simulation: Simulation): Promise<boolean> {
  const { server, invariants: rules, setting, presentations } = simulation
  if (setting.policy === 'stateless') return false
  const isBusy = () =>
    presentations.all.some(({ tab, outcome }) => !outcome && tab.state() === 'open')
  for (let wait = 0; wait < 150 && isBusy(); wait++) await simulation.pass(1_000)
  await simulation.pass(1_000)
  return server
    .families()
    .some(
      ({ id, current, why }) =>
        why === 'reuse' || (current > 0 && !rules().isAtHand(`SECRET-refresh.${id}.${current}`)),
    )
}
