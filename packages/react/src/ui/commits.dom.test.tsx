import { getSession, memoryStorage } from '@takokit/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, expect, test } from 'vitest'
import { WagmiProvider } from 'wagmi'
import { loadLater } from '../auth/loadLater.ts'
import { createWorld, type World } from '../testing/createWorld.ts'
import { AuthProvider } from './AuthProvider.tsx'
import { loadPage } from './loadPage.ts'
import { loadParts } from './loadParts.ts'
import { TakoSignIn } from './TakoSignIn.tsx'

afterEach(cleanup)

/** A page without StrictMode, as in production. Returns what the button showed at each commit of React. */
function open(world: World): string[] {
  const commits: string[] = []
  const note = () =>
    commits.push(document.querySelector('button')?.dataset['status'] ?? 'no button')
  render(
    <WagmiProvider config={world.config}>
      <QueryClientProvider client={world.queryClient}>
        <Profiler id="kit" onRender={note}>
          <AuthProvider client={world.client}>
            <TakoSignIn />
          </AuthProvider>
        </Profiler>
      </QueryClientProvider>
    </WagmiProvider>,
  )
  return commits
}

/** What loads later has loaded, and React has rendered it. */
async function settle(): Promise<void> {
  await Promise.all([loadLater(), loadPage(), loadParts()])
  await act(async () => {})
}

test('default: at most 3 commits for a reload that is signed in', async () => {
  const opened = await memoryStorage().open({ namespace: 'default', warn: () => {} })
  const storage = { name: 'shared', open: async () => opened }
  await createWorld({ storage }).signInBefore()
  const world = createWorld({ storage, wallets: [{ isAuthorized: true }], isRemembered: true })
  const commits = open(world)
  await waitFor(() => expect(world.config.state.status).toBe('connected'))
  await waitFor(() => expect(commits.at(-1)).toBe('signedIn'))
  await settle()
  expect(commits[0]).toBe('restoring')
  expect(commits.length).toBeLessThanOrEqual(3)
})

test('default: at most 8 commits for a sign-in', async () => {
  const world = createWorld({ wallets: [{ approval: 'manual' }] })
  const commits = open(world)
  const { controls } = world.wallet
  await waitFor(() => expect(commits.at(-1)).toBe('signedOut'))
  await settle()
  const before = commits.length
  fireEvent.click(screen.getByRole('button'))
  await screen.findByRole('dialog')
  await controls.waitForPending({ kind: 'connect' })
  controls.approve()
  await controls.waitForPending({ kind: 'sign' })
  await waitFor(() => expect(commits.at(-1)).toBe('signing'))
  await settle()
  controls.approve()
  await waitFor(() => expect(getSession(world.client).status).toBe('signedIn'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await settle()
  const seen = commits.slice(before)
  expect(new Set(seen)).toEqual(new Set(['connecting', 'signing', 'exchanging', 'signedIn']))
  expect(seen.length, seen.join(' ')).toBeLessThanOrEqual(8)
})

test('behavior: the wallet is asked to connect before the click is rendered', async () => {
  const world = createWorld()
  const commits = open(world)
  await waitFor(() => expect(commits.at(-1)).toBe('signedOut'))
  await settle()
  const before = commits.length
  const seen: number[] = []
  world.wallet.controls.onRequest((method) => {
    if (/eth_requestAccounts|wallet_requestPermissions/.test(method))
      seen.push(commits.length - before)
  })
  fireEvent.click(screen.getByRole('button'))
  await waitFor(() => expect(getSession(world.client).status).toBe('signedIn'))
  expect(seen).toEqual([0])
})
