import { losing } from '../createNetwork.ts'
import type { Simulation } from '../Simulation.ts'
import { accounts } from '../openPage.ts'
import type { Page } from '../Page.ts'
import { begin, minute, openPages } from '../settle.ts'
import { expectCalm } from '../expectCalm.ts'
import type { Scenario } from './Scenario.ts'

const hour = 60 * minute

export type Happening = (simulation: Simulation, page: Page) => void

/** Events of a page, a machine, a provider and their users. Each run draws from some of them. */
export const happenings: Record<string, Happening> = {
  ask: (_, page) => void page.ask(),
  'ask for long': ({ setting, random }, page) =>
    void page.ask(undefined, setting.lifetimeMs * random.next()),
  call: (_, page) => void page.call(),
  refresh: (_, page) => void page.refresh(),
  'ask for the other account': (_, page) => void page.ask(accounts[1]),
  crash: ({ random }, page) =>
    page.tab.crashAt(random.between(1, 12), random.pick(['before', 'after'] as const)),
  close: (_, page) => page.tab.crash(),
  dispose: ({ world }, page) => {
    world.note(page.tab.name, 'disposes of its client')
    page.dispose()
  },
  freeze: (simulation, { tab }) =>
    tab.interruptAt(
      simulation.random.between(1, 12),
      simulation.random.pick(['before', 'after'] as const),
      () => simulation.freeze({ tab }),
    ),
  'freeze now': (simulation, page) => simulation.freeze(page),
  'put away': (simulation, page) => {
    page.tab.fire('pagehide')
    page.tab.setVisible(false)
    simulation.freeze(page)
  },
  thaw: ({ pages }) => {
    for (const { tab } of pages) tab.thaw()
  },
  hide: (_, { tab }) => tab.setVisible(false),
  show: (_, { tab }) => tab.setVisible(true),
  open: (simulation) => {
    if (openPages(simulation).length < 8) void simulation.open().ask()
  },
  'second client': (simulation, page) => {
    if (openPages(simulation).length < 8) void simulation.open({ within: page }).ask()
  },
  'bad weather': ({ network, random }) =>
    network.setWeather(random.pick([0.2, 0.6, 1]), [
      random.pick(['request lost', '500', 'html', '503 busy', 'slow', '429'] as const),
    ]),
  'losing weather': ({ network, random }) =>
    network.setWeather(random.pick([0.2, 0.5]), [random.pick(losing), 'sent twice']),
  'good weather': ({ network }) => network.setWeather(0, []),
  throttled: ({ network, random }) => {
    network.setRetryAfter(random.pick([undefined, 5, 120, 600]))
    network.plan('429')
  },
  refused: ({ network }) => network.plan('refused'),
  offline: (simulation) => simulation.setOnline(false),
  online: (simulation) => simulation.setOnline(true),
  sleep: (simulation) =>
    simulation.sleep(simulation.random.pick([10 * minute, 10 * hour, 40 * 24 * hour])),
  'step of the clock': (simulation) =>
    simulation.stepClock(simulation.random.pick([hour, -hour, 365 * 24 * hour, 90_000, -90_000])),
  'stale reads': ({ disk, random }) => disk.setStale(random.pick([0, 0.2, 0.8])),
  'slow disk': (simulation) => simulation.setSlowness(simulation.random.pick([4, 100])),
  'full disk': (simulation) => simulation.setFull(true),
  'room again': (simulation) => simulation.setFull(false),
  'cleared storage': (simulation) => simulation.clearStorage(),
  'sign out': (_, page) => void page.signOut(),
  'sign out, then in': (_, page) => void page.signOut().then(() => page.start(accounts[0])),
  'sign in again': (_, page) => void page.signIn(accounts[0]),
  'another account': (_, page) => void page.start(accounts[1]),
  'other keys': ({ server }) => server.expireAccess(),
  'everybody is thrown out': ({ server }) => server.revokeAll(),
}

const diskFaults = ['stale reads', 'slow disk', 'full disk', 'room again', 'cleared storage']
const gentle = ['ask', 'call', 'hide', 'show', 'open']

/** Faults at any point, one after the other; then calm, in which everything must recover. */
export const chaos: Scenario = {
  name: 'anything at any time',
  async play(simulation) {
    await begin(simulation, accounts[0])
    await playAtRandom(simulation, happenings, gentle)
    await expectCalm(simulation)
  },
}

/** Plays some kinds of happenings, at least one of `among`. Few per run, so that rare ones coincide often and no fault excuses all others. */
export async function playAtRandom(
  simulation: Simulation,
  all: Record<string, Happening>,
  among: readonly string[],
): Promise<void> {
  const { setting, random } = simulation
  const names = Object.keys(all)
  const kinds = [
    random.pick(among),
    ...Array.from({ length: random.between(1, 5) }, () => random.pick(names)),
    ...(setting.hasDiskFaults ? [random.pick(diskFaults), random.pick(diskFaults)] : []),
  ]
  const steps = random.between(4, 20)
  for (let step = 0; step < steps; step++) {
    const span = random.pick([5, 2_000, 20_000, setting.lifetimeMs * 0.1, setting.lifetimeMs * 0.9])
    await simulation.pass(span * random.next())
    const open = openPages(simulation)
    const page = open.length > 0 ? random.pick(open) : simulation.open()
    const kind = random.pick(kinds)
    simulation.world.note('story', kind)
    all[kind]?.(simulation, page)
  }
}
