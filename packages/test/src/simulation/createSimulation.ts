import { plainBox } from '../../../core/src/storage/plainBox.ts'
import { createStore } from '../../../core/src/storage/createStore.ts'
import type { AuthStorage } from '../../../core/src/types/SessionStore.ts'
import { backendProvider } from './backendProvider.ts'
import { createBackend } from './createBackend.ts'
import { createNetwork } from './createNetwork.ts'
import { createRandom } from './createRandom.ts'
import { createServer, secretMark } from './createServer.ts'
import { createTab } from './createTab.ts'
import type { VirtualTab } from './VirtualTab.ts'
import { createWorld } from './createWorld.ts'
import { openPage } from './openPage.ts'
import type { Setting, Simulation, Violation } from './Simulation.ts'
import { createPresentations } from './presentations.ts'
import { simProvider } from './simProvider.ts'
import { createUserActs } from './userActs.ts'
import { virtualChannels } from './virtualChannels.ts'
import { virtualDisk } from './virtualDisk.ts'
import { virtualLocks } from './virtualLocks.ts'
import { watchInvariants } from './watchInvariants.ts'

export function createSimulation(seed: number, setting: Setting): Simulation {
  const random = createRandom(seed)
  const world = createWorld({ countsSleep: setting.countsSleep })
  const server = createServer(world, setting)
  const violations: Violation[] = []
  const excuses = { wasFull: false, wasCleared: false, slownessMs: 4 }
  const budget = { requests: 12, perMs: 60_000 }
  const { session, canRevoke, lifetimeMs } = setting
  const provider = session
    ? backendProvider({ session, budget, canRevoke, lifetimeMs })
    : simProvider('sim', budget, canRevoke)
  let isOnline = true
  let tabs = 0

  function fail(rule: string, detail: string): void {
    if (violations.some((one) => one.rule === rule && one.detail === detail)) return
    violations.push({ rule, detail, at: world.now() })
    world.note('!', `${rule}: ${detail}`)
  }
  const checkLeak = (where: string, text: string) => {
    if (text.includes(secretMark)) fail('no leak', `a token in ${where}`)
  }

  const shared = virtualDisk(world)
  const locks = virtualLocks(world)
  const channels = virtualChannels(world, (message) =>
    checkLeak('a broadcast', JSON.stringify(message)),
  )
  const presentations = createPresentations(world, (next, before) =>
    rules.checkPresentation(next, before),
  )
  const backend = session && createBackend({ world, random: random.fork('backend'), session, fail })
  const network = createNetwork({
    world,
    backend,
    random: random.fork('network'),
    server,
    presentations,
    onLeak: (where) => fail('no leak', `a token in ${where}`),
  })

  function newTab(isVisible: boolean): VirtualTab {
    const name = `tab ${++tabs}`
    world.note(name, isVisible ? 'opens' : 'opens hidden')
    const tab = createTab({
      world,
      name,
      random: random.fork(name),
      locks: setting.hasLocks ? locks : undefined,
      channels,
      network,
      isThrottled: setting.isThrottled,
      onWarning(message) {
        checkLeak('a warning', message)
        world.note(name, `warns: ${message}`)
      },
    })
    tab.setOnline(isOnline)
    if (!isVisible) tab.setVisible(false)
    return tab
  }

  const simulation: Simulation = {
    setting,
    random: random.fork('story'),
    world,
    server,
    network,
    backend,
    acts: createUserActs(world),
    presentations,
    disk: shared,
    locks,
    pages: [],
    budget,
    violations,
    excuses,
    fail,
    isOnline: () => isOnline,
    invariants: () => rules,
    open({ isVisible = true, copyOf, within } = {}) {
      const tab = within?.tab ?? newTab(isVisible)
      const disk = setting.isShared
        ? shared
        : (within?.disk ?? virtualDisk(world, copyOf && copyOf.disk.copy()))
      if (disk !== shared) rules.watchDisk(disk)
      const { isShared } = setting
      const storage: AuthStorage = {
        name: 'simulated',
        open: async ({ warn }) =>
          createStore({
            rows: disk.table(tab),
            box: plainBox,
            shared: isShared,
            clonedWithTab: !isShared,
            warn,
          }),
      }
      const page = openPage({ simulation, tab, provider, storage, disk, checkLeak, rules })
      simulation.pages.push(page)
      return page
    },
    pass: (durationMs) => world.advance(durationMs),
    sleep(durationMs) {
      world.note('machine', `sleeps for ${Math.round(durationMs / 1000)} s`)
      network.cutAll()
      world.sleep(durationMs)
      for (const { tab } of simulation.pages) if (tab.isVisible()) tab.fire('visible')
    },
    stepClock(byMs) {
      world.note('machine', `sets its clock by ${byMs / 1000} s`)
      world.stepClock(byMs)
    },
    freeze({ tab }) {
      tab.freeze()
      rules.wasFrozen(tab)
    },
    setFull(isFull) {
      world.note('disk', isFull ? (isFull === true ? 'is full' : 'says it is full') : 'has room')
      if (isFull) excuses.wasFull = true
      shared.setFull(isFull)
    },
    setSlowness(mostMs) {
      excuses.slownessMs = mostMs
      shared.setSlowness(mostMs)
    },
    clearStorage() {
      world.note('disk', 'is cleared')
      excuses.wasCleared = true
      // The tombstones are cleared too.
      rules.dead.clear()
      shared.clear()
      if (backend && random.chance(0.5)) backend.clearCookie()
    },
    setOnline(value) {
      if (isOnline === value) return
      world.note('machine', value ? 'is online' : 'is offline')
      isOnline = value
      if (!value) network.cutAll()
      for (const { tab } of simulation.pages) tab.setOnline(value)
    },
  }
  const rules = watchInvariants(simulation)
  rules.watchDisk(shared)
  return simulation
}
