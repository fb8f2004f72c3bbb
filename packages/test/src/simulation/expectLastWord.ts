import { accounts } from './openPage.ts'
import type { Page } from './Page.ts'
import { minute, openPages } from './settle.ts'
import type { Simulation } from './Simulation.ts'

/**
 * Once everything is calm, what the user did last holds in every page, also in one that opens now and asks the backend; and the next
 * sign-in works.
 */
export async function expectLastWord(simulation: Simulation): Promise<void> {
  const { excuses, random, fail } = simulation
  simulation.open()
  await simulation.pass(minute)
  if (!excuses.wasFull && !excuses.wasCleared) checkLastWord(simulation)
  checkCookie(simulation)
  const page = random.pick(alivePages(simulation))
  const signingIn = page.signIn(accounts[0])
  await simulation.pass(minute)
  if (page.pending().length > 0) return fail('settles', `${page.tab.name} still signs in`)
  const answer = await signingIn
  if (answer !== 'signedIn') return fail('no sign-in lost', `${page.tab.name} gets ${answer}`)
  checkCookie(simulation)
  const told = await Promise.all([page.ask(accounts[0]), simulation.pass(minute)])
  if (!('isGood' in told[0])) fail('no sign-in lost', `${page.tab.name} then gets ${told[0].code}`)
}

const alivePages = (simulation: Simulation): Page[] =>
  openPages(simulation).filter((page) => !page.isDisposed())

const statusOf = (simulation: Simulation, account: string) =>
  alivePages(simulation).map(({ tab, client }) => ({
    tab,
    status: client.getSnapshot({ account }).status,
  }))

function checkLastWord(simulation: Simulation): void {
  const { acts, server, backend, network, setting, invariants, fail } = simulation
  const last = acts.last()
  if (!last) return
  const { what, account } = last
  const isOver = server.families().some(({ why }) => why !== undefined && why !== 'sign-out')
  const mayBeOver =
    backend?.session === 'cookie'
      ? // Without locks, a late answer of another sign-in may take the cookie.
        backend.hasEnded() ||
        network.falseRefusals() > 1 ||
        (!setting.hasLocks && backend.account() !== account)
      : isOver || invariants().mayHaveEnded()
  for (const { tab, status } of statusOf(simulation, account))
    if (what === 'out' && status === 'signedIn')
      fail('no resurrection', `${tab.name} is signed in although the user signed out`)
    else if (what === 'in' && status !== 'signedIn' && !mayBeOver)
      fail('no sign-in lost', `${tab.name} is ${status} although the user signed in`)
}

/** A browser has one cookie, so nobody but its account is signed in. */
function checkCookie(simulation: Simulation): void {
  const { backend, fail } = simulation
  if (backend?.session !== 'cookie') return
  for (const account of accounts)
    for (const { tab, status } of statusOf(simulation, account))
      if (status === 'signedIn' && backend.account() !== account)
        fail('one cookie', `${tab.name} shows an account that the backend does not know`)
}
