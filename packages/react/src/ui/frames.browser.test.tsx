import { getSession } from '@takokit/core'
import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../testing/App.tsx'
import { createWorld, type World, type WorldParameters } from '../testing/createWorld.ts'
import { createFilm } from '../testing/frames.ts'
import { prefer } from '../testing/prefer.ts'
import { TakoSignIn } from './TakoSignIn.tsx'
import '../styles/styles.css'

const button = (name: string | RegExp) => page.getByRole('button', { name })
const shows = async (name: RegExp) =>
  expect.element(page.getByRole('dialog', { name })).toBeVisible()
let world: World | undefined
let film: ReturnType<typeof createFilm>

afterEach(async () => {
  film.end()
  await prefer({})
  world?.client.dispose()
  document.documentElement.removeAttribute('style')
  await page.viewport(414, 896)
})

async function open(parameters: WorldParameters) {
  const opened = createWorld(parameters)
  world = opened
  await render(
    <App world={opened}>
      <TakoSignIn />
    </App>,
  )
  await expect.element(button('Sign in')).toBeVisible()
  return opened
}

const wallets = ['Harbour', 'Lantern', 'Northwind', 'Beacon'].map((name) => ({
  name,
  approval: 'manual' as const,
}))

describe.each([
  { look: 'a card', width: 900, scheme: 'light' },
  { look: 'a card in the dark', width: 900, scheme: 'dark' },
  { look: 'a sheet', width: 390, scheme: 'light' },
  { look: 'a sheet in the dark', width: 390, scheme: 'dark' },
])('$look', ({ width, scheme }) => {
  test('behavior: one card from list to end, in every frame', async () => {
    await page.viewport(width, 800)
    document.documentElement.style.setProperty('color-scheme', scheme)
    const { wallet, client } = await open({ wallets })
    film = createFilm()
    await button('Sign in').click()
    await shows(/^Choose a wallet$/)
    await film.play(18)
    await button('Harbour').click()
    await shows(/^Open .Harbour.$/)
    await wallet.controls.waitForPending()
    await film.play(20)
    wallet.controls.approve()
    await shows(/^Confirm in .Harbour.$/)
    await wallet.controls.waitForPending({ method: 'personal_sign' })
    await expect.element(page.getByText('Message to sign')).toBeVisible()
    await film.play(20)
    const styledDialogs = document.querySelectorAll('dialog[style]').length
    wallet.controls.approve()
    await expect.element(button(/^Account/)).toBeVisible()
    // Live, and the page can be used, while the dialog says goodbye.
    expect(getSession(client).status).toBe('signedIn')
    expect(document.querySelector('dialog')).toBeNull()
    const before = film.frames.length
    await film.play(60)
    const { frames } = film
    const last = frames.findLastIndex(({ height }) => height > 0)
    expect(frames.length).toBeGreaterThanOrEqual(60)
    expect(last - before, 'frames of the moment of success').toBeLessThanOrEqual((800 * 60) / 1000)
    expect(frames[before + 20]).toMatchObject({
      isModal: false,
      text: expect.stringContaining('Signed in'),
    })
    const shown = frames.slice(0, last + 1)
    expect(
      shown.findIndex(({ text }) => !/[a-z]/i.test(text)),
      'a blank frame',
    ).toBe(-1)
    const jumps = shown.flatMap(({ height, text }, index) => {
      const from = shown[index - 1]?.height ?? height
      return Math.abs(height - from) > 24 ? [`${index}: ${from} to ${height}, ${text}`] : []
    })
    expect(jumps).toEqual([])
    const heights = new Set(shown.map(({ height }) => Math.round(height)))
    expect(heights.size, 'heights on the way').toBeGreaterThan(12)
    expect(frames.filter(({ contrast }) => contrast.ratio < 3)).toEqual([])
    expect(document.querySelector('[data-leaving]')).toBeNull()
    expect(styledDialogs).toBe(0)
  })
})

test('behavior: with reduced motion nothing is animated, and nothing stays behind', async () => {
  await prefer({ 'prefers-reduced-motion': 'reduce' })
  film = createFilm()
  const { wallet } = await open({ wallets })
  await button('Sign in').click()
  await shows(/^Choose a wallet$/)
  await button('Harbour').click()
  await wallet.controls.waitForPending()
  wallet.controls.approve()
  await shows(/^Confirm in .Harbour.$/)
  expect(document.getAnimations()).toEqual([])
  expect(document.querySelectorAll('.takokit-step')).toHaveLength(1)
  await button('Cancel').click()
  await expect.element(button('Sign in')).toBeVisible()
  expect(document.querySelector('[data-leaving]')).toBeNull()
})
