import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installTakokit } from '@takokit/testing/playwright-library'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { launchShell } from '../tabs/harness/launchShell.ts'
import { answerFiles } from './answerFiles.ts'
import { createPairRelay } from './connectors/createPairRelay.ts'
import { openPeer } from './connectors/openPeer.ts'
import { openSafe } from './connectors/openSafe.ts'
import { connectorsRow as row } from './connectorsRow.ts'
import { makeDapp } from './makeDapp.ts'

const url = 'https://dapp.example'
let browser: Browser
let folder: string
let at: string
let relay: Awaited<ReturnType<typeof createPairRelay>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'takokit-connectors-'))
  at = await makeDapp({ row, folder, packed: inject('ours') })
  relay = await createPairRelay(at)
  browser = await launchShell()
})
afterAll(async () => {
  await browser?.close()
  await relay?.close()
  rmSync(folder, { recursive: true })
})

type Options = NonNullable<Parameters<typeof installTakokit>[1]>

/** A context in which the dapp is served, and what its pages complain of that is ours. */
async function openContext(options: Options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  const complaints: string[] = []
  const files = answerFiles({
    row,
    at,
    onMissing: (asked) => complaints.push(`asked for ${asked}`),
  })
  const { emulator } = await installTakokit(context, {
    ...options,
    servers: { [url]: files, ...options.servers },
  })
  context.on('console', (message) => {
    if (/takokit|content security policy/i.test(message.text())) complaints.push(message.text())
  })
  return { context, emulator, complaints }
}

const has = (page: Pick<Page, 'getByTestId'>, status: string) =>
  page.getByTestId('session').filter({ hasText: status }).waitFor()

/** WalletConnect’s service that vouches for a dapp’s address, without which each request waits for five seconds. */
function vouch(request: Request): Response {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const id = new URL(request.url).searchParams.get('id')
  const attestation = `${encode({ alg: 'ES256' })}.${encode({ id })}.AA`
  const data = JSON.stringify(JSON.stringify({ type: 'verify_attestation', attestation }))
  const headers = { 'content-type': 'text/html' }
  return new Response(`<script>parent.postMessage(${data}, '*')</script>`, { headers })
}

async function copyLink(dialog: Locator, links: string[]): Promise<string> {
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect.poll(() => links.length).toBeGreaterThan(0)
  return links.splice(0).join(' ')
}

/** The dapp with a wallet on another device. `links` are those that were copied, in order. */
async function openPair() {
  const opened = await openContext({ servers: { 'https://verify.walletconnect.org': vouch } })
  const { context } = opened
  await context.routeWebSocket(/^wss:\/\/relay\.walletconnect\.org/, (socket) => {
    const line = relay.connect((text) => socket.send(text))
    socket.onMessage((text) => line.receive(String(text)))
    socket.onClose(line.leave)
  })
  const links: string[] = []
  await context.exposeFunction('takeLink', (link: string) => void links.push(link))
  await context.addInitScript(() => {
    const writeText = (window as unknown as { takeLink: (link: string) => Promise<void> }).takeLink
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } })
  })
  const peer = await openPeer({ at, relayUrl: relay.url })
  onTestFinished(peer.close)
  const page = await context.newPage()
  const dialog = page.getByRole('dialog')
  return {
    ...opened,
    peer,
    page,
    dialog,
    links,
    /** Opens the dialog, chooses WalletConnect, and returns the link of the code. */
    async showCode() {
      await page.getByRole('button', { name: 'Sign in' }).click()
      await dialog.getByRole('button', { name: 'WalletConnect' }).click()
      return copyLink(dialog, links)
    },
    sign: () => dialog.getByRole('button', { name: /^Sign in with \u2068?Phone Fox/ }).click(),
  }
}

test('default: WalletConnect: paired by the code, signs, stays over a reload, and ends with the pair', async () => {
  const { page, peer, showCode, sign, complaints } = await openPair()
  await page.goto(url)
  await peer.scan(await showCode())
  await sign()
  await has(page, 'signedIn')
  await page.reload()
  await has(page, 'signedIn')
  expect(peer.asked).toEqual(['personal_sign'])
  await peer.leave()
  await has(page, 'signedOut')
  await page.reload()
  await has(page, 'signedOut')
  expect(complaints).toEqual([])
})

test('behavior: WalletConnect: a refusal with 5000 says that nothing was signed, and the next tap signs in', async () => {
  const { page, dialog, peer, showCode, sign } = await openPair()
  await page.goto(url)
  peer.next('refuse')
  await peer.scan(await showCode())
  await sign()
  await page.getByText('Nothing was signed').waitFor()
  await dialog.waitFor({ state: 'hidden' })
  peer.next('sign')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await has(page, 'signedIn')
  expect(peer.asked).toEqual(['personal_sign', 'personal_sign'])
})

test('behavior: WalletConnect: after a cancel there is another code, and it signs in', async () => {
  const { page, dialog, peer, showCode, sign } = await openPair()
  await page.goto(url)
  const first = await showCode()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const second = await showCode()
  expect(second).not.toBe(first)
  await peer.scan(second)
  await sign()
  await has(page, 'signedIn')
})

test('behavior: WalletConnect: a code that has expired says so, and another one signs in', async () => {
  const { page, dialog, peer, showCode, sign, links, emulator } = await openPair()
  await page.clock.install()
  await page.goto(url)
  const first = await showCode()
  // It lives for five minutes.
  await page.clock.fastForward(301_000)
  emulator.tako.clock.advance(301_000)
  await dialog.getByText('The wallet isn’t connected').waitFor()
  await dialog.getByRole('button', { name: 'Try again' }).click()
  const second = await copyLink(dialog, links)
  expect(second).not.toBe(first)
  await peer.scan(second)
  await sign()
  await has(page, 'signedIn')
})

test('behavior: a Safe app: in the frame of Safe’s own page, the Safe connects and signs', async () => {
  const safe = await openSafe(url)
  const { context, complaints } = await openContext({
    servers: safe.servers,
    emulator: { tako: { verifySignature: safe.verifySignature } },
  })
  await safe.install(context)
  const page = await context.newPage()
  await page.goto('https://app.safe.global/')
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Sign in' }).click()
  // Until wagmi has found the Safe, which it does by itself, the dialog asks for a wallet.
  const listed = frame.getByRole('dialog').getByRole('button', { name: 'Safe' })
  const signedIn = frame.getByTestId('session').filter({ hasText: 'signedIn' })
  await listed.or(signedIn).first().waitFor()
  if (await listed.isVisible()) await listed.click()
  await signedIn.waitFor()
  await frame
    .getByRole('button', { name: new RegExp(`^Account \u2068?${safe.address.slice(0, 6)}`) })
    .waitFor()
  await frame.getByRole('button', { name: 'Ignore bid 70' }).click()
  await frame.getByTestId('answer').filter({ hasText: '200' }).waitFor()
  // In a private window Chromium stores nothing for the frame of another site.
  expect(complaints).toEqual([
    expect.stringMatching(/^\[takokit\] Sessions cannot be stored here, and end with the page/),
  ])
})
