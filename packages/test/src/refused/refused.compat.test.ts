import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltDapp, buildDapp } from '../compat/buildDapp.ts'
import { openDapp } from '../compat/openDapp.ts'
import { launchShell } from '../tabs/harness/launchShell.ts'
import { breakApi, type Refusal } from './breakApi.ts'

let browser: Browser
let dapp: BuiltDapp
beforeAll(async () => {
  ;[browser, dapp] = await Promise.all([launchShell(), buildDapp({ mode: 'production' })])
})
afterAll(() => browser.close())

const all: Refusal[] = ['throws', 'absent', 'hangs']
/** What has no answer cannot hang. */
const plain: Refusal[] = ['throws', 'absent']
type Apis = [path: string, refusals: Refusal[]][]
/** The browser APIs that the kit uses and that a policy, a setting or an old browser takes away. */
const groups: Record<string, Apis> = {
  'site data': [
    ['BroadcastChannel', all],
    ['navigator.locks', all],
    ['navigator.locks.request', all],
    ['indexedDB', all],
    ['indexedDB.open', all],
    ['localStorage', plain],
    ['sessionStorage', plain],
    ['Storage.prototype.getItem', ['throws']],
    ['Storage.prototype.setItem', ['throws']],
    ['crypto.subtle', all],
  ],
  'what is drawn': [
    ['navigator.clipboard', all],
    ['navigator.clipboard.writeText', all],
    ['matchMedia', plain],
    ['requestIdleCallback', all],
    ['requestAnimationFrame', all],
    ['ResizeObserver', all],
    ['IntersectionObserver', all],
    ['Element.prototype.checkVisibility', ['absent']],
    ['Element.prototype.animate', plain],
    ['Element.prototype.attachShadow', plain],
    ['HTMLElement.prototype.showPopover', plain],
    ['HTMLElement.prototype.popover', ['absent']],
    ['HTMLElement.prototype.inert', ['absent']],
  ],
  'what the browser knows': [
    ['crypto.randomUUID', plain],
    ['structuredClone', plain],
    ['AbortSignal.any', plain],
    ['AbortSignal.timeout', plain],
    ['navigator.onLine', plain],
    ['navigator.languages', plain],
    ['navigator.userActivation', plain],
    ['document.visibilityState', ['absent']],
    ['document.hasFocus', plain],
    ['Intl.DateTimeFormat', plain],
    ['Intl.Locale', plain],
    ['Intl.NumberFormat', plain],
    ['Intl.PluralRules', plain],
    ['Intl.RelativeTimeFormat', plain],
    ['Intl.Segmenter', plain],
  ],
}
/** All of a group at once, or each alone, which takes minutes. */
const isEach = process.env.TAKOKIT_EACH_API === '1'
const rows = Object.entries(groups).flatMap(([name, apis]) =>
  isEach
    ? apis.flatMap(([path, refusals]) =>
        refusals.map((how) => ({ name: path, how, paths: [path] })),
      )
    : all.flatMap((how) => {
        // Of an object and what it holds, the object is refused.
        const paths = apis.flatMap(([path, refusals]) => (refusals.includes(how) ? [path] : []))
        const whole = paths.filter((path) => !paths.some((one) => path.startsWith(`${one}.`)))
        return whole.length > 0 ? [{ name, how, paths: whole }] : []
      }),
)

const has = (page: Page, id: string, pattern: RegExp) =>
  page.getByTestId(id).filter({ hasText: pattern }).waitFor()

/** Opens the dapp in a browser that refuses an API. Returns what is in the console beside the kit's own warnings. */
async function inPage(
  { paths, how }: { paths: string[]; how: Refusal },
  use: (page: Page) => Promise<void>,
): Promise<string[]> {
  const { page, complaints } = await openDapp(browser, dapp, async (page) => {
    for (const path of paths) await page.addInitScript(breakApi, { path, how })
  })
  page.setDefaultTimeout(15_000)
  try {
    await use(page)
  } finally {
    await page.context().close()
  }
  return complaints.filter((text) => !text.startsWith('[takokit]'))
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Second Wallet' }).click()
  await has(page, 'session', /^signedIn 0x7099/)
}

/** Chooses a wallet, signs in, calls, opens the menu, copies the address, and signs out. */
async function walk(page: Page): Promise<void> {
  await signIn(page)
  await page.getByRole('button', { name: 'Call' }).click()
  await has(page, 'answer', /^200$/)
  await page.getByRole('button', { name: /Account \u2068?0x7099/ }).click()
  await page.getByRole('button', { name: 'Copy address' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await has(page, 'session', /^signedOut$/)
}

test.for(rows)('behavior: $name $how: signs in and out all the same', async (refusal) => {
  expect(await inPage(refusal, walk)).toEqual([])
})

test.for(plain)('behavior: a modal dialog %s: says so, and the page stays', async (how) => {
  const complaints = await inPage(
    { paths: ['HTMLDialogElement.prototype.showModal'], how },
    async (page) => {
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page
        .getByText('This browser is too old. Update it, or use another one.')
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Sign in' }).waitFor()
      await has(page, 'session', /^signedOut$/)
    },
  )
  expect(complaints).toEqual([])
})

test('behavior: without popovers, the account menu closes by Escape and by a tap elsewhere', async () => {
  const complaints = await inPage(
    { paths: ['HTMLElement.prototype.showPopover'], how: 'absent' },
    async (page) => {
      await signIn(page)
      const account = page.getByRole('button', { name: /Account \u2068?0x7099/ })
      const menu = page.getByRole('dialog', { name: /^Account/ })
      for (const close of [() => page.keyboard.press('Escape'), () => page.mouse.click(500, 500)]) {
        await account.click()
        await menu.waitFor()
        await close()
        await menu.waitFor({ state: 'detached' })
      }
    },
  )
  expect(complaints).toEqual([])
})
