import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refreshSession } from '../actions/refreshSession.ts'
import { signOut } from '../actions/signOut.ts'
import { switchAccount } from '../actions/switchAccount.ts'
import { createStore } from '../storage/createStore.ts'
import { mapRows } from '../storage/mapRows.ts'
import { plainBox } from '../storage/plainBox.ts'
import type { TabMessage } from '../types/Platform.ts'
import type { AuthStorage } from '../types/SessionStore.ts'
import { type Kept, type Page, startPage } from './testing/startPage.ts'

/** 100 000 for a long run. */
const runs = Number(process.env['TAKOKIT_QUERY_RUNS'] ?? 1_000)

const steps = [
  'answer',
  'refresh',
  'signOut',
  'signInAsA',
  'signInAsB',
  'switch',
  'remount',
  'mutate',
  'persist',
  'reload',
  'focus',
] as const
type Step = { tab: 0 | 1; step: (typeof steps)[number] }

/** Two tabs of one origin, with an own persisted cache each. */
function startTwoTabs() {
  const rows = new Map<string, unknown>()
  const storage: AuthStorage = {
    name: 'shared',
    open: async ({ warn }) =>
      createStore({ rows: mapRows(rows), box: plainBox, shared: true, warn }),
  }
  const channels = new Set<(message: TabMessage) => void>()
  const keep = (): Kept => ({
    storage,
    openChannel: (_, hear) => {
      channels.add(hear)
      const post = (message: TabMessage) =>
        channels.forEach((other) => other !== hear && other(message))
      return { post, close: () => channels.delete(hear) }
    },
    persisted: { text: undefined },
  })
  return [keep(), keep()] as const
}

const inUse = ({ auth }: Page) => {
  const { account, startedAt } = auth.getSnapshot()
  return startedAt === undefined ? undefined : account
}

function check(page: Page, { persisted }: Kept): void {
  const allowed = inUse(page)
  const isKnown = page.auth.getSnapshot().status !== 'restoring'
  if (!isKnown) return
  const found = [...page.secrets(), ...(persisted.text?.match(/secret of \w+/g) ?? [])]
  expect(found.filter((secret) => secret !== `secret of ${allowed}`)).toEqual([])
}

async function run(script: Step[]): Promise<void> {
  const kept = startTwoTabs()
  const open = async (tab: 0 | 1): Promise<Page> => {
    const page = startPage(kept[tab])
    page.scope()
    page.auth.subscribe(() => check(page, kept[tab]))
    page.mount()
    await page.restore()
    return page
  }
  const pages = [await open(0), await open(1)] as [Page, Page]
  const settle = async () => {
    for (let turn = 0; turn < 16; turn++) await new Promise((resolve) => setImmediate(resolve))
    for (const tab of [0, 1] as const) check(pages[tab], kept[tab])
  }
  await settle()
  for (const { tab, step } of script) {
    const page = pages[tab]
    const { auth } = page
    if (step === 'answer') page.answer()
    else if (step === 'refresh') void refreshSession(auth).catch(() => {})
    else if (step === 'signOut') void signOut(auth).catch(() => {})
    else if (step === 'signInAsA') void page.signInAs('A')
    else if (step === 'signInAsB') void page.signInAs('B')
    else if (step === 'switch') switchAccount(auth, { account: inUse(page) === 'A' ? 'B' : 'A' })
    else if (step === 'mutate') page.mutate()
    else if (step === 'persist') void page.persist()
    else if (step === 'focus') void page.queryClient.refetchQueries().catch(() => {})
    else if (step === 'remount') {
      page.unmount()
      page.mount()
    } else {
      page.unmount()
      auth.dispose()
      pages[tab] = await open(tab)
    }
    // Some steps meet a page that has not settled.
    if (step !== 'persist') await settle()
  }
  await settle()
  for (const page of pages) {
    // Nothing fetches without end.
    for (let count = 0; page.answer(); count++) {
      expect(count).toBeLessThan(100)
      await settle()
    }
    const account = inUse(page)
    const [scoped, mine, noted, balance] = page.results()
    for (const data of [scoped, ...(account ? [mine, noted] : [])])
      expect(data?.slice(0, 11)).toBe(account && `secret of ${account}`)
    expect(balance).toBe('a balance')
  }
  await settle()
  for (const page of pages) {
    page.unmount()
    page.auth.dispose()
    page.queryClient.clear()
  }
}

test('behavior: nothing of an account stays after it has left, however steps interleave', async () => {
  const step = fc.record({
    tab: fc.constantFrom(0 as const, 1 as const),
    step: fc.constantFrom(...steps),
  })
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), run), {
    numRuns: runs,
    seed: Number(process.env['TAKOKIT_QUERY_SEED'] ?? 21),
  })
}, 3_600_000)
