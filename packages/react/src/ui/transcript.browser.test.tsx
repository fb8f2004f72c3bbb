import { refreshSession } from '@takokit/core'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { accessibilityTree } from '../testing/accessibilityTree.ts'
import { App } from '../testing/App.tsx'
import { createWorld, type World, type WorldParameters } from '../testing/createWorld.ts'
import { type Hearing, listen } from '../testing/hearing.ts'
import { Vote } from '../testing/Vote.tsx'
import { TakoSignIn } from './TakoSignIn.tsx'
import '../styles/styles.css'

const lines: string[] = []
let world: World
let hearing: Hearing
let told = 0

beforeAll(() => page.viewport(900, 700))
afterEach(() => {
  hearing.stop()
  world.client.dispose()
})

async function open(children: ReactNode, parameters: WorldParameters & { isIn?: boolean } = {}) {
  world = createWorld({ wallets: [{ name: 'Harbour' }, { name: 'Lantern' }], ...parameters })
  if (parameters.isIn) await world.signInBefore()
  await render(<App world={world}>{children}</App>)
  // The announcing code loads beside the page.
  await expect
    .poll(() => document.querySelector('[role=status]')?.childNodes.length)
    .toBeGreaterThan(0)
  hearing = listen()
  told = 0
}

const connected = () => expect.poll(() => world.config.state.status).toBe('connected')

/** Presses Enter on what has this name, reached by the keyboard. */
async function enter(name: string | RegExp): Promise<void> {
  const control = page.getByRole('button', { name })
  await expect.element(control).toBeVisible()
  ;(control.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
}

/** Adds what was told since the last line, the dialog and the focus, once the last words and the focus are these. */
async function note(action: string, words: string | RegExp | undefined, focus: RegExp) {
  if (words) await expect.poll(() => hearing.said.at(-1)).toMatch(words)
  await expect.poll(focused).toMatch(focus)
  const said = hearing.said.slice(told).map((text) => `“${text}”`)
  told = hearing.said.length
  const tree = await accessibilityTree()
  const dialog = tree.find(({ role }) => role === 'dialog')
  const shown = dialog
    ? `; in ${dialog.name}${dialog.states['modal'] ? ', modal' : ''}${dialog.description && `, “${dialog.description}”`}`
    : ''
  lines.push(`- ${action} → ${said.join(' · ') || '(silent)'}${shown}; focus: ${await focused()}`)
}

async function focused(): Promise<string> {
  const node = (await accessibilityTree()).findLast(({ states }) => states['focused'])
  return !node || node.role === 'RootWebArea' ? 'the page' : `${node.name}, ${node.role}`
}

const scenes: Record<string, () => Promise<void>> = {
  async Success() {
    await open(<TakoSignIn />, { wallets: [{ name: 'Harbour', approval: 'manual' }, {}] })
    await enter('Sign in')
    await note('Enter on “Sign in”', undefined, /^Harbour/)
    await enter(/^Harbour/)
    await note('Enter on Harbour', 'Connecting…', /^Open Harbour/)
    await world.wallet.controls.waitForPending()
    world.wallet.controls.approve()
    await note('the wallet connects', 'Confirm in wallet…', /^Confirm in Harbour/)
    await world.wallet.controls.waitForPending({ method: 'personal_sign' })
    world.wallet.controls.approve()
    await note('the wallet signs', /^Signed in as/, /^Account/)
  },
  async Rejection() {
    await open(<TakoSignIn />, { wallets: [{ isAuthorized: true }] })
    await connected()
    world.wallet.controls.next('reject', { method: 'personal_sign' })
    await enter('Sign in')
    await note('Enter on “Sign in”, refused in the wallet', /^Request canceled/, /^Sign in, button/)
  },
  async 'Given up'() {
    await open(<TakoSignIn />, { wallets: [{ isAuthorized: true, approval: 'manual' }] })
    await connected()
    await enter('Sign in')
    await note('Enter on “Sign in”', 'Confirm in wallet…', /^Confirm in/)
    await userEvent.keyboard('{Escape}')
    await note('Escape', /^Canceled/, /^Sign in, button/)
  },
  async 'Wrong account'() {
    await open(<TakoSignIn />, { wallets: [{ isAuthorized: true }] })
    await connected()
    world.wallet.controls.next('wrong-account', { method: 'personal_sign' })
    await enter('Sign in')
    await note('Enter on “Sign in”, another account signs', /different account/, /^Try again/)
    await enter('Try again')
    await note('Enter on “Try again”', /^Signed in as/, /^Account/)
  },
  async 'Provider down'() {
    await open(<TakoSignIn />, { wallets: [{ isAuthorized: true }] })
    await connected()
    world.emulator.tako.failNext({ type: '429', retryAfterMs: 50 }, { times: 2 })
    await enter('Sign in')
    await note('Enter on “Sign in”, refused for a while, twice', /^Signed in as/, /^Account/)
  },
  async Expiry() {
    await open(<TakoSignIn />, { wallets: [{ isAuthorized: true }], isIn: true })
    await connected()
    await refreshSession(world.client)
    await note('the token is renewed in the background', undefined, /^the page/)
  },
  async 'Refused refresh'() {
    await open(<TakoSignIn />, { wallets: [{ isAuthorized: true }], isIn: true })
    await connected()
    world.emulator.tako.revoke('all')
    await refreshSession(world.client).catch(() => {})
    await note('the provider refuses to renew', /^Your session has ended/, /^the page/)
  },
  async 'Sign-out'() {
    await open(<TakoSignIn />, { wallets: [{ isAuthorized: true }], isIn: true })
    await connected()
    await enter(/^Account/)
    await note('Enter on the account', undefined, /^Account.*dialog/)
    await enter('Sign out')
    await note('Enter on “Sign out”', /^Signed out/, /^Sign in, button/)
  },
  async 'QR code'() {
    await open(<TakoSignIn />, { canScan: true })
    await enter('Sign in')
    await note('Enter on “Sign in”', undefined, /^Harbour/)
    await enter('Phone wallet')
    await note('Enter on “Phone wallet”', /^Scan with your phone/, /^Scan with your phone/)
    await userEvent.keyboard('{Escape}')
    await note('Escape', /^Canceled/, /^Sign in, button/)
  },
  async 'requireAuth, without a control'() {
    await open(<Vote />)
    await enter('Vote')
    await note('Enter on “Vote”', undefined, /^Harbour/)
    await userEvent.keyboard('{Escape}')
    await note('Escape', undefined, /^Vote, button/)
    await enter('Vote')
    await enter(/^Harbour/)
    await note('Enter on “Vote”, then on Harbour, which signs', /^Signed in as/, /^Vote, button/)
  },
}

test.each(Object.entries(scenes))('transcript: %s', async (name, play) => {
  lines.push('', `## ${name}`, '')
  await play()
  expect(lines.at(-1)).toMatch(/^- /)
})

// To read it: `pnpm vitest run --project browser transcript`, then the file; with `--update` it is written anew.
test('behavior: what is told, and where the focus is, in the whole journey', async () => {
  const head = '# What a screen reader hears, with the keyboard alone\n'
  await expect(`${[head.trim(), ...lines].join('\n')}\n`).toMatchFileSnapshot('./transcript.md')
})
