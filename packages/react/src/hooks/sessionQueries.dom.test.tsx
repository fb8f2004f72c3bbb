import {
  refreshSession,
  sessionPersister,
  sessionQueryOptions,
  signIn,
  signOut,
} from '@takokit/core'
import { developmentKeys } from '@takokit/test-wallet'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import {
  type PersistedClient,
  PersistQueryClientProvider,
} from '@tanstack/react-query-persist-client'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { type ReactNode, Suspense } from 'react'
import { privateKeyToAccount } from 'viem/accounts'
import { afterEach, expect, test } from 'vitest'
import { RequireAuth } from '../session/RequireAuth.tsx'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { useSession } from './useSession.ts'
import { useSessionQuery } from './useSessionQuery.ts'
import { useSessions } from './useSessions.ts'

afterEach(cleanup)

const [keyOfA, keyOfB] = developmentKeys
const a = privateKeyToAccount(keyOfA)
const b = privateKeyToAccount(keyOfB as typeof keyOfA)
const secretOf = (account: unknown) => `secret of ${String(account)}`

async function signedIn() {
  const world = createWorld()
  await world.signInBefore()
  return world
}

const runs: unknown[] = []

function Secret() {
  const { data, status } = useSessionQuery({
    queryKey: ['secret'],
    queryFn: async ({ queryKey }) => {
      runs.push(queryKey)
      return secretOf(queryKey[2])
    },
    select: (text) => `${text}.`,
  })
  return <p>{data ?? status}</p>
}

const keys = ({ queryClient }: World) =>
  queryClient
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => JSON.stringify(queryKey))

test('useSessionQuery: shows data of the account in use, and nothing of it after a sign-out', async () => {
  const world = await signedIn()
  render(<App world={world}>{<Secret />}</App>)
  await screen.findByText(`${secretOf(a.address)}.`)
  const before = runs.length
  await act(() => refreshSession(world.client))
  expect(runs.length).toBe(before)
  await act(() => signOut(world.client))
  expect(document.body.textContent).not.toContain('secret')
  expect(keys(world).filter((key) => key.includes(a.address))).toEqual([])
  await act(() => signIn(world.client, { signer: b }))
  await screen.findByText(`${secretOf(b.address)}.`)
})

test('useSessionQuery: an account switch shows nothing of the account before, not even as a placeholder', async () => {
  const world = await signedIn()
  const seen: string[] = []
  function Watch() {
    const { account } = useSession()
    const { data } = useSessionQuery({
      queryKey: ['secret'],
      queryFn: ({ queryKey }) => secretOf(queryKey[2]),
      placeholderData: (shown) => shown,
    })
    seen.push(`${account} sees ${data}`)
    return <p>{data}</p>
  }
  render(<App world={world}>{<Watch />}</App>)
  await screen.findByText(secretOf(a.address))
  await act(() => signIn(world.client, { signer: b }))
  await screen.findByText(secretOf(b.address))
  expect(seen.filter((line) => line.startsWith(b.address) && line.includes(a.address))).toEqual([])
})

test('useSuspenseQuery: waits for the session instead of failing, and follows it', async () => {
  const world = createWorld()
  function Inner() {
    useSession()
    const options = sessionQueryOptions(world.client, {
      queryKey: ['secret'],
      queryFn: ({ queryKey }) => secretOf(queryKey[2]),
    })
    return <p>{useSuspenseQuery(options).data}</p>
  }
  render(
    <App world={world}>
      <Suspense fallback="waits">
        <Inner />
      </Suspense>
    </App>,
  )
  await screen.findByText('waits')
  await act(() => signIn(world.client, { signer: a }))
  await screen.findByText(secretOf(a.address))
  await act(() => signOut(world.client))
  expect(screen.queryByText('waits')).not.toBeNull()
  expect(keys(world).filter((key) => key.includes(a.address))).toEqual([])
  await act(() => signIn(world.client, { signer: b }))
  await screen.findByText(secretOf(b.address))
})

test('AuthProvider: own queries with `meta` leave with their account, although no hook of the kit reads them', async () => {
  const world = await signedIn()
  function Own() {
    const { data } = useQuery({
      queryKey: ['own'],
      queryFn: () => 'an answer',
      meta: { takokit: true },
      staleTime: Infinity,
    })
    return <p>{data}</p>
  }
  const gate = (children: ReactNode) => <RequireAuth fallback="gone">{children}</RequireAuth>
  render(<App world={world}>{gate(<Own />)}</App>)
  await screen.findByText(/answer/)
  await act(() => signOut(world.client))
  await screen.findByText('gone')
  await waitFor(() => expect(world.queryClient.getQueryData(['own'])).toBeUndefined())
})

test('PersistQueryClientProvider: what an account stored is not there for the next one', async () => {
  const kept: { text: string | undefined } = { text: undefined }
  const renderPersisted = (world: World) => {
    const persister = sessionPersister(world.client, {
      persister: {
        persistClient: (stored: PersistedClient) => void (kept.text = JSON.stringify(stored)),
        restoreClient: () => (kept.text ? JSON.parse(kept.text) : undefined),
        removeClient: () => void (kept.text = undefined),
      },
    })
    return render(
      <PersistQueryClientProvider
        client={world.queryClient as never}
        persistOptions={{ persister }}
      >
        <App world={world}>{<Secret />}</App>
      </PersistQueryClientProvider>,
    )
  }
  const world = await signedIn()
  const { unmount } = renderPersisted(world)
  await screen.findByText(`${secretOf(a.address)}.`)
  const left = kept.text
  expect(left).toContain(secretOf(a.address))
  let atTheChange: string | undefined = ''
  world.client.subscribe(() => (atTheChange = kept.text))
  await act(() => signOut(world.client))
  expect(atTheChange ?? '').not.toContain('secret')
  unmount()

  // As if the page had been closed before: another account signs in, on another page.
  kept.text = left
  const next = createWorld()
  await signIn(next.client, { signer: b })
  renderPersisted(next)
  await screen.findByText(`${secretOf(b.address)}.`)
  expect(kept.text).not.toContain(secretOf(a.address))
  expect(keys(next).filter((key) => key.includes(a.address))).toEqual([])
})

test('useSessions: lists accounts, and does not render when tokens are refreshed', async () => {
  const world = await signedIn()
  const lists: string[][] = []
  function List() {
    lists.push(useSessions().map(({ account }) => String(account)))
    return null
  }
  render(<App world={world}>{<List />}</App>)
  expect(lists.at(-1)).toEqual([a.address])
  const before = lists.length
  await act(() => refreshSession(world.client))
  expect(lists.length).toBe(before)
  await act(() => signIn(world.client, { signer: b }))
  expect(lists.at(-1)).toEqual([b.address, a.address])
  await act(() => signOut(world.client))
  expect(lists.at(-1)).toEqual([a.address])
})
