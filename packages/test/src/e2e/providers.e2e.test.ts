import type { Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { launchDemo } from './launchDemo.ts'

const demo = launchDemo()

const card = (page: Page, title: string) =>
  page.locator('.provider').filter({ has: page.getByRole('heading', { name: title }) })
const shows = (place: Locator, text: string | RegExp) => place.getByText(text).first().waitFor()
const state = (page: Page, provider: string, wanted: string) =>
  expect
    .poll(() => page.getByTestId(`${provider}-state`).textContent(), { timeout: 15_000 })
    .toBe(wanted)
const refreshes = (page: Page, provider: string, wanted: string) =>
  expect
    .poll(() => page.getByTestId(`${provider}-gen`).textContent(), { timeout: 15_000 })
    .toBe(wanted)

const elsewhere = [
  ['TalkStack AI', 'talkstack'],
  ['Cloudreve', 'cloudreve'],
  ['Private cloud', 'privateCloud'],
] as const

async function startAll(page: Page) {
  for (const [title, name] of elsewhere) {
    await card(page, title).getByRole('button', { name: 'Start a session' }).click()
    await state(page, name, 'Signed in')
  }
}

/** The content of the page's storages, as text. */
function dump(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const rows: unknown[] = [{ ...localStorage }, { ...sessionStorage }]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      for (const store of database.objectStoreNames)
        rows.push(
          await new Promise((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll()
            request.onsuccess = () => resolve(request.result)
          }),
        )
      database.close()
    }
    return JSON.stringify(rows)
  })
}

describe('four providers', () => {
  test('default: each starts, is refreshed in the background, and signs out', async () => {
    const page = await demo.open('/#providers')
    await page.clock.install()
    await page.reload()
    await startAll(page)
    await demo.control({ action: 'advanceClock', ms: 7_000_000 })
    await page.clock.fastForward(7_000_000)
    for (const [, name] of elsewhere) await refreshes(page, name, '1')
    for (const [title, name] of elsewhere) {
      await card(page, title).getByRole('button', { name: 'Sign out' }).click()
      await state(page, name, 'Signed out')
    }
  })

  test('behavior: a lost answer and a 500 are got over', async () => {
    const page = await demo.open('/#providers')
    await startAll(page)
    for (const [index, [title, name]] of elsewhere.entries()) {
      await card(page, title)
        .getByRole('button', { name: index === 1 ? '500' : 'Lose the next answer' })
        .click()
      await card(page, title).getByRole('button', { name: 'Refresh now' }).click()
      await state(page, name, index === 1 ? 'Signed in · retrying' : 'Signed in')
    }
  })

  test('behavior: revoked on the server: signed out, with the reason', async () => {
    const page = await demo.open('/#providers')
    await page.clock.install()
    await page.reload()
    await startAll(page)
    const cloudreve = card(page, 'Cloudreve')
    await cloudreve.getByRole('button', { name: 'Revoke' }).click()
    await shows(cloudreve, /was revoked on the server/)
    await cloudreve.getByRole('button', { name: 'Refresh now' }).click()
    // The confirmation waits, because the provider sends the same code for a database error.
    await expect
      .poll(async () => {
        await page.clock.runFor(1_000)
        return page.getByTestId('cloudreve-state').textContent()
      })
      .toBe('Signed out')
    await shows(cloudreve, /refused to renew the session, and confirmed it/)
    await state(page, 'talkstack', 'Signed in')
  })

  test('behavior: of two tabs one fetches, the other adopts and says so', async () => {
    const one = await demo.open('/#providers')
    await startAll(one)
    const other = await demo.open('/#providers')
    await state(other, 'talkstack', 'Signed in')
    await shows(card(other, 'TalkStack AI'), 'by another tab')
    await card(other, 'TalkStack AI').getByRole('button', { name: 'Refresh now' }).click()
    await shows(card(one, 'TalkStack AI'), 'by another tab')
    await shows(card(other, 'TalkStack AI'), 'by this tab')
  })

  test('behavior: the lifetime in force is shown on every page, and 15 seconds hold for all', async () => {
    const page = await demo.open('/#providers')
    await page.clock.install()
    await page.reload()
    const lifetimes = (wanted: string, names: readonly string[]) =>
      expect
        .poll(() =>
          Promise.all(names.map((name) => page.getByTestId(`${name}-lifetime`).textContent())),
        )
        .toEqual(names.map(() => wanted))
    const all = ['tako', ...elsewhere.map(([, name]) => name)]
    await lifetimes('1 h 0 min', all)
    await startAll(page)
    await page.getByLabel('15 seconds').check()
    await lifetimes('15 s', all)
    // The first refresh brings the new lifetime, and the next follows within it.
    for (const [, name] of elsewhere) await refreshes(page, name, '1')
    await demo.control({ action: 'advanceClock', ms: 14_000 })
    await page.clock.fastForward(14_000)
    for (const [, name] of elsewhere) await refreshes(page, name, '2')

    await page.getByRole('link', { name: 'Sign in' }).click()
    expect(await page.getByLabel('15 seconds').isChecked()).toBe(true)
    await page.reload()
    await expect.poll(() => page.getByLabel('15 seconds').isChecked()).toBe(true)
    await page.getByLabel('1 minute').check()
    await page.getByRole('link', { name: 'Four providers' }).click()
    await lifetimes('1 min 0 s', all)
    expect(await page.getByLabel('1 minute').isChecked()).toBe(true)
  })

  test('behavior: through the relay the page holds no refresh token', async () => {
    const page = await demo.open('/?relay#providers')
    const answers: Promise<string>[] = []
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.startsWith('/auth/'))
        answers.push(response.text().catch(() => ''))
    })
    await startAll(page)
    const tako = card(page, 'Tako')
    await tako.getByRole('button', { name: 'Sign in' }).click()
    await page.locator('[data-takokit-approval]').getByRole('button', { name: 'Approve' }).click()
    await page.locator('[data-takokit-approval]').getByText('ACCOUNT:').waitFor()
    await page.locator('[data-takokit-approval]').getByRole('button', { name: 'Approve' }).click()
    await state(page, 'tako', 'Signed in')
    await tako.getByRole('button', { name: 'Refresh now' }).click()
    await refreshes(page, 'tako', '1')

    const bodies = (await Promise.all(answers)).filter((body) => body !== '')
    expect(bodies.length).toBeGreaterThan(4)
    for (const body of bodies) expect(body).not.toMatch(/refresh/i)
    // No token at all is stored in the page, sealed or not.
    const stored = await dump(page)
    expect(stored).toContain('privateCloud')
    expect(stored).not.toMatch(/sealed|accessToken|refreshToken|eyJ/)
    await page.reload()
    for (const name of ['tako', 'talkstack', 'cloudreve', 'privateCloud'])
      await state(page, name, 'Signed in')
  })
})
