import type { SessionRecord, Tombstone } from '../../../core/src/types/SessionRecord.ts'
import type { TokenSet } from '../../../core/src/types/TokenSet.ts'
import type { AuthEvent } from '../../../core/src/types/AuthEvent.ts'
import type { Invariants } from './Invariants.ts'
import type { Simulation } from './Simulation.ts'
import type { VirtualTab } from './VirtualTab.ts'
import type { Page } from './Page.ts'
import type { PresentationRecord } from './presentations.ts'
import type { VirtualDisk } from './virtualDisk.ts'

interface Row {
  record: SessionRecord
  sealed?: TokenSet
}

/** How long an attempt may be in flight. */
const presentationMs = 120_000
/** Tabs that are not frozen follow a sign-out within this time. */
const followMs = 1_000

const familyIn = (token: string | undefined) => token?.split('.')[1]

/** Checks the invariants at every step of a run. */
export function watchInvariants(simulation: Simulation): Invariants {
  const { world, server, backend, network, presentations, fail, setting, budget, excuses, disk } =
    simulation
  /** Sessions that a user ended, and when. */
  const dead = new Map<string, number>()
  const frozenAt = new Map<VirtualTab, number>()
  const sentAt: number[] = []
  const gens = new Map<string, number>()
  /** The sessions that each tab has held, by tab and account: the last is the one that it holds, or held last. */
  const held = new Map<string, string[]>()
  const heard = new Set<string>()

  /** Whether a page that can act holds these tokens, or any page can read them. */
  function isAtHand(refreshToken: string): boolean {
    const onDisk = simulation.disk
      .keys()
      .some((key) => (simulation.disk.row(key) as Row).sealed?.refreshToken === refreshToken)
    if (onDisk && setting.isShared) return true
    const holder = presentations.holderOf(refreshToken)
    const since = presentations.heldSince(refreshToken)
    // Tokens that a page received when it resumed are unknown to a tab that has read before they were stored.
    const isTold = !frozenAt.has(holder as VirtualTab) || world.now() - since > toldWithinMs()
    if (holder && isTold && canAct(holder, since, familyIn(refreshToken))) return true
    return simulation.pages.some(
      (page) => page.tab.state() === 'open' && heldBy(page).includes(refreshToken),
    )
  }

  /** The longest time in which a page stores received tokens. */
  const toldWithinMs = () => 60 + excuses.slownessMs * 8

  const pagesOf = (tab: VirtualTab) => simulation.pages.filter((page) => page.tab === tab)

  const isSignedIn = (page: Page) =>
    page.client['~sessions'].all().some((session) => session.held() !== undefined)

  /** Whether the page has only one client. */
  const isAlone = (tab: VirtualTab) => pagesOf(tab).length === 1

  /** The refresh tokens in a page's memory. */
  const heldBy = (page: Page): (string | undefined)[] =>
    page.isDisposed()
      ? []
      : page.client['~sessions'].all().map((session) => session.held()?.tokens?.refreshToken)

  /** Signed in, and running since then: it can use and store the tokens that it received. */
  const canAct = (tab: VirtualTab, since: number, family: string | undefined) =>
    tab.state() === 'open' &&
    (frozenAt.get(tab) ?? -1) < since &&
    (!excuses.wasFull || isAlone(tab)) &&
    simulation.pages.some((page) => page.tab === tab && heldBy(page).map(familyIn).includes(family))

  function checkPresentation(next: PresentationRecord, before: PresentationRecord[]): void {
    // The stored attempts were cleared with the storage.
    if (excuses.wasCleared) return
    const last = before.at(-1)
    for (const other of before) {
      if (other.outcome || other.tab.state() === 'gone') continue
      if (next.sentAt - other.sentAt >= presentationMs) continue
      fail('one presentation', `${next.tab.name} presents what ${other.tab.name} still presents`)
    }
    // Without locks, a tab cannot tell others that a full disk keeps newer tokens from being read.
    if (excuses.wasFull && !setting.hasLocks) return
    if (last?.outcome === 'ok' && canAct(last.tab, last.sentAt, familyIn(next.token)))
      fail('one presentation', `${next.tab.name} presents a token that was renewed`)
    const sixth = before.at(-5)
    if (sixth && !excuses.wasFull && !next.isOffline && next.sentAt - sixth.sentAt < 1_000)
      fail('no storm', `${next.tab.name} replays without a pause`)
    const refusals = before.filter(
      (one) =>
        one.outcome === 'refused' &&
        canAct(one.tab, one.sentAt, familyIn(one.token)) &&
        // Other tabs cannot know a refusal that could not be stored.
        (!excuses.wasFull || (one.tab === next.tab && isAlone(next.tab))),
    ).length
    if (refusals > 1) fail('one presentation', 'a refusal was confirmed already')
    checkStanding(next)
  }

  /** No tab may send a used token if its successor was available. */
  function checkStanding({ token, tab }: PresentationRecord): void {
    const family = server.familyOf(token)
    if (!family || setting.policy === 'stateless') return
    const index = Number(token.split('.')[2])
    if (family.current <= index) return
    const newest = token.replace(/\d+$/, String(family.current))
    if (!isAtHand(newest)) return
    fail('no lost rotation', `${tab.name} presents an old token although a newer one is at hand`)
  }

  const canTell = (tab: VirtualTab, heardAt: number) =>
    tab.state() === 'open' && (frozenAt.get(tab) ?? -1) < heardAt

  network.onSend((path, tab, token) => {
    if (path !== 'refresh' && path !== 'exchange') return
    const at = world.now()
    // A client without a session asks a backend once who is signed in, when it begins.
    const isQuestion =
      backend?.session === 'cookie' && path === 'refresh' && !pagesOf(tab).every(isSignedIn)
    if (isQuestion) return
    sentAt.push(at)
    if (world.isStepped() || excuses.wasCleared) return
    if (excuses.wasFull) return
    const slackMs = toldWithinMs()
    const recent = sentAt.filter((one) => one > at - budget.perMs + slackMs)
    if (recent.length > budget.requests) fail('no storm', `${recent.length} requests in a minute`)
    // A page that froze or closed when it received the hint could not share it.
    for (const { from, until, token: whose, tab: hearer } of network.silences)
      if (
        canTell(hearer, from) &&
        (whose ?? token) === token &&
        at > from + slackMs &&
        at < until - 60
      )
        fail('no storm', `${tab.name} sends ${Math.round(until - at)} ms before the wait is over`)
  })

  function watchDisk(disk: VirtualDisk): void {
    disk.onWrite((key, value, before, tab) => {
      if (key.startsWith('t:') && value) {
        const { sid } = value as Tombstone
        if (!dead.has(sid)) dead.set(sid, world.now())
        world.note(tab.name, `writes tombstone of ${sid}`)
      }
      if (!key.startsWith('s:')) return
      const { record, sealed } = (value ?? {}) as Partial<Row>
      const old = (before ?? {}) as Partial<Row>
      if (!record) return
      world.note(
        tab.name,
        `writes ${record.status} ${record.gen}${record.attempt ? ' attempt' : ''}${record.lost ? ' lost' : ''} refusals ${record.refusals} failures ${record.failures}`,
      )
      if (record.status === 'signedIn' && dead.has(record.sid))
        fail('no resurrection', `${tab.name} writes for a session that was signed out`)
      if (old.record && record.gen < old.record.gen)
        fail('no lost rotation', `${tab.name} overwrites ${old.record.gen} by ${record.gen}`)
      if (sealed?.refreshToken && old.sealed?.refreshToken && old.record?.sid === record.sid) {
        const [, , was] = old.sealed.refreshToken.split('.')
        const [, , is] = sealed.refreshToken.split('.')
        if (Number(is) < Number(was) && !excuses.wasFull && !excuses.wasCleared)
          fail('no lost rotation', `${tab.name} stores an older refresh token`)
      }
    })
  }

  function checkEvent(page: Page, event: AuthEvent): void {
    if (event.type === 'tokensRefreshed') {
      const { sid } = page.client.getSnapshot({ account: event.account })
      const key = `${page.client.tabId} ${event.account} ${sid} ${event.gen}`
      if (heard.has(key)) fail('no busy work', `${page.tab.name} hears twice of one renewal`)
      heard.add(key)
    }
    if (event.type !== 'sessionEnded') return
    const { reason } = event
    if (reason === 'signed-out-elsewhere') {
      if (dead.size === 0 && !excuses.wasCleared && !mayHaveEnded(event.account))
        fail('no false sign-out', `${page.tab.name} was signed out although nobody did that`)
      return
    }
    if (reason !== 'refresh-refused' && reason !== 'refresh-answer-lost') return
    if (!mayHaveEnded(event.account))
      fail('no false sign-out', `${page.tab.name} ends the session without a confirmed refusal`)
  }

  /** Whether a token was refused twice, or the backend's cookie stands for nobody or another account. */
  function mayHaveEnded(account?: string): boolean {
    if (backend?.session === 'cookie')
      return (
        backend.refusals() + network.falseRefusals() > 1 ||
        (account !== undefined && backend.account() !== account)
      )
    const refusals = new Map<string, number>()
    for (const { token, outcome } of presentations.all)
      if (outcome === 'refused') refusals.set(token, (refusals.get(token) ?? 0) + 1)
    return [...refusals.values()].some((count) => count > 1)
  }

  function checkSnapshot(page: Page): void {
    for (const session of page.client['~sessions'].all()) {
      const { sid, gen, token } = session.snapshot()
      if (!sid) continue
      if (token && server.familyOf(token)?.account !== session.account)
        fail('subject', `${page.tab.name} holds tokens of somebody else`)
      const key = `${page.client.tabId} ${sid}`
      if ((gens.get(key) ?? 0) > gen)
        fail('no lost rotation', `${page.tab.name} goes back to generation ${gen}`)
      gens.set(key, gen)
      checkOrder(page, session.key, sid)
    }
  }

  /** A tab that has left a session never returns to it. */
  function checkOrder({ client, tab }: Page, account: string, sid: string): void {
    const key = `${client.tabId} ${account}`
    const sids = held.get(key) ?? []
    const at = sids.indexOf(sid)
    if (at === -1) held.set(key, [...sids, sid])
    else if (at < sids.length - 1)
      fail('no resurrection', `${tab.name} goes back to a session that it had left`)
  }

  function checkToken(page: Page, token: string): void {
    if (world.isStepped() || server.isGood(token)) return
    const family = server.familyOf(token)
    if (family?.isRevoked || server.isKeyChanged()) return
    fail('never an expired token', `${page.tab.name} was given one that has expired`)
  }

  function willSignOut(page: Page, account: string | undefined): void {
    const sid = page.client.getSnapshot({ account }).sid
    if (!sid || !setting.isShared) return
    world.at(followMs + 200 + excuses.slownessMs * 4, () => {
      // Other tabs cannot know a sign-out that could not be stored.
      if (!dead.has(sid) || excuses.wasFull || page.tab.state() !== 'open' || disk.wasStale())
        return
      const since = dead.get(sid) ?? 0
      for (const other of simulation.pages) {
        if (other.isDisposed()) continue
        if (other.tab.state() !== 'open' || (frozenAt.get(other.tab) ?? -1) > since) continue
        if (other.client['~sessions'].all().some((one) => one.snapshot().sid === sid))
          fail('no resurrection', `${other.tab.name} does not follow a sign-out`)
      }
    })
  }

  return {
    watchDisk,
    checkPresentation,
    checkEvent,
    checkSnapshot,
    checkToken,
    willSignOut,
    mayHaveEnded,
    isAtHand,
    dead,
    wasFrozen(tab) {
      frozenAt.set(tab, world.now())
    },
  }
}
