import { getSession, refreshSession, signOut, TakoKitError } from '@takokit/core'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { useAuthClient } from './useAuthClient.ts'
import { useAuthFetch } from './useAuthFetch.ts'
import { useAuthToken } from './useAuthToken.ts'
import { useSession } from './useSession.ts'
import { useSignIn } from './useSignIn.ts'
import { useSignOut } from './useSignOut.ts'
import { useStartSession } from './useStartSession.ts'

afterEach(cleanup)

const around =
  (world: World) =>
  ({ children }: { children: ReactNode }) => <App world={world}>{children}</App>

async function signedIn() {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  // Every token is different.
  world.emulator.tako.setReuse('strict')
  await world.signInBefore()
  return world
}

/** The content of TanStack Query's caches, as a persister would write it. */
function cached({ queryClient }: World): string {
  const mutations = queryClient.getMutationCache().getAll()
  const queries = queryClient.getQueryCache().getAll()
  return JSON.stringify([mutations.map(({ state }) => state), queries.map(({ state }) => state)])
}

test('useSession: does not render over a refresh', async () => {
  const world = await signedIn()
  const seen: string[] = []
  const { result } = renderHook(
    () => {
      const session = useSession()
      seen.push(session.status)
      return session
    },
    { wrapper: around(world), reactStrictMode: false },
  )
  expect(result.current.status).toBe('signedIn')
  const before = result.current
  const renders = seen.length
  await act(() => refreshSession(world.client))
  expect(seen.length).toBe(renders)
  expect(result.current).toBe(before)
})

test('useAuthToken: renders once for a new token, with a new object and the same getToken', async () => {
  const world = await signedIn()
  let renders = 0
  const { result } = renderHook(
    () => {
      const auth = useAuthToken()
      renders++
      return { auth, token: auth.token }
    },
    { wrapper: ({ children }) => around(world)({ children }), reactStrictMode: false },
  )
  const { auth: before, token } = result.current
  renders = 0
  await act(() => refreshSession(world.client))
  expect(result.current.token).not.toBe(token)
  // StrictMode renders twice.
  expect(renders).toBe(2)
  expect(result.current.auth).not.toBe(before)
  expect(result.current.auth.getToken).toBe(before.getToken)
  expect(await result.current.auth.getToken()).toBe(result.current.token)
})

test('useAuthToken: renders for what is read, and for nothing else', async () => {
  const world = await signedIn()
  const seen: string[] = []
  renderHook(() => seen.push(useAuthToken().status), { wrapper: around(world) })
  const renders = seen.length
  await act(() => refreshSession(world.client))
  expect(seen.length).toBe(renders)
  await act(() => signOut(world.client))
  expect(seen.at(-1)).toBe('signedOut')
})

test('useAuthToken: takes a name, or options', async () => {
  const world = await signedIn()
  const { result } = renderHook(
    () => [useAuthToken('tako').token, useAuthToken({ provider: 'tako', minValidityMs: 1 }).token],
    { wrapper: around(world) },
  )
  expect(result.current[0]).toBeTypeOf('string')
  expect(result.current[0]).toBe(result.current[1])
})

test('useAuthToken: an unknown provider says so', () => {
  const world = createWorld()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => renderHook(() => useAuthToken('nobody'), { wrapper: around(world) })).toThrow(
    'There is no provider "nobody"',
  )
  vi.restoreAllMocks()
})

test('useAuthClient: outside of AuthProvider it says so, unless it is given a client', () => {
  const { client } = createWorld()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => renderHook(() => useAuthClient())).toThrow(TakoKitError)
  vi.restoreAllMocks()
  const { result } = renderHook(() => useSession({ client }), { wrapper: StrictMode })
  expect(result.current.provider).toBe('tako')
})

test('useSignIn: asks the connected wallet once, and leaves no secret in the cache', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  const onSuccess = vi.fn()
  const { result } = renderHook(() => useSignIn({ mutation: { onSuccess } }), {
    wrapper: around(world),
  })
  await waitFor(() => expect(world.config.state.status).toBe('connected'))
  act(() => result.current.mutate())
  await waitFor(() => expect(result.current.isSuccess).toBe(true))
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBe(1)
  expect(onSuccess).toHaveBeenCalledOnce()
  expect(result.current.data?.address).toBe(world.wallet.controls.state.address)
  const { token } = world.client.getSnapshot()
  expect(token).toBeTypeOf('string')
  expect(cached(world)).not.toContain(token)
  expect(cached(world)).not.toMatch(/0x[\da-f]{130}/i)
})

test('useSignIn: connects the wallet that it is given', async () => {
  const world = createWorld()
  const { result } = renderHook(() => useSignIn(), { wrapper: around(world) })
  await waitFor(() => expect(world.config.state.status).toBe('disconnected'))
  const [connector] = world.config.connectors
  await act(() => result.current.mutateAsync({ connector }))
  expect(getSession(world.client).status).toBe('signedIn')
})

test('useSignIn: without a wallet it says so', async () => {
  const world = createWorld()
  const { result } = renderHook(() => useSignIn(), { wrapper: around(world) })
  await waitFor(() => expect(world.config.state.status).toBe('disconnected'))
  act(() => result.current.mutate())
  await waitFor(() => expect(result.current.error?.code).toBe('wallet/not-connected'))
})

test('useSignIn: cancelled, a late signature is dropped', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true, approval: 'manual' }] })
  const { result } = renderHook(() => useSignIn(), { wrapper: around(world) })
  await waitFor(() => expect(world.config.state.status).toBe('connected'))
  const { cancel } = result.current
  act(() => result.current.mutate())
  await world.wallet.controls.waitForPending({ method: 'personal_sign' })
  act(() => cancel())
  await waitFor(() => expect(result.current.error?.code).toBe('sign-in/cancelled'))
  await act(async () => world.wallet.controls.approve())
  expect(getSession(world.client).status).toBe('signedOut')
  expect(world.emulator.log.entries()).toEqual([])
  expect(result.current.cancel).toBe(cancel)
})

test('useSignIn: an account switch in the middle drops the late signature', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true, approval: 'manual' }] })
  const { result } = renderHook(() => useSignIn(), { wrapper: around(world) })
  await waitFor(() => expect(world.config.state.status).toBe('connected'))
  act(() => result.current.mutate())
  await world.wallet.controls.waitForPending({ method: 'personal_sign' })
  act(() => world.wallet.controls.switchAccount(1))
  await waitFor(() => expect(result.current.error?.code).toBe('wallet/account-changed'))
  await act(async () => world.wallet.controls.approve())
  expect(world.emulator.log.entries()).toEqual([])
  expect(getSession(world.client).status).toBe('signedOut')
})

test('useSignIn: offline it is not held back', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  const { onlineManager } = await import('@tanstack/react-query')
  const { result } = renderHook(() => useSignIn(), { wrapper: around(world) })
  await waitFor(() => expect(world.config.state.status).toBe('connected'))
  onlineManager.setOnline(false)
  act(() => result.current.mutate())
  await waitFor(() => expect(result.current.isSuccess).toBe(true))
  onlineManager.setOnline(true)
})

test('useSignOut: signs out', async () => {
  const world = await signedIn()
  const { result } = renderHook(() => useSignOut(), { wrapper: around(world) })
  expect(result.current.revoked).toBeUndefined()
  await act(() => result.current.mutateAsync())
  expect(getSession(world.client)).toMatchObject({ status: 'signedOut', reason: 'user' })
  await waitFor(() => expect(result.current.revoked).toBe('unsupported'))
  expect(result.current.data).toEqual({ revoked: 'unsupported' })
})

test('useStartSession: takes its pair by a function, and leaves none of it in the cache', async () => {
  const world = createWorld()
  const { accessToken, refreshToken } = await world.emulator.issue('tako')
  const { result } = renderHook(() => useStartSession(), { wrapper: around(world) })
  await act(() => result.current.mutateAsync({ getTokens: () => ({ accessToken, refreshToken }) }))
  expect(world.client.getSnapshot().token).toBe(accessToken)
  expect(cached(world)).not.toContain(accessToken)
  expect(cached(world)).not.toContain(refreshToken)
})

test('useAuthFetch: the same function, with the token', async () => {
  const world = await signedIn()
  const { result, rerender } = renderHook(() => useAuthFetch(), { wrapper: around(world) })
  const authFetch = result.current
  rerender()
  expect(result.current).toBe(authFetch)
  const response = await authFetch('https://api.tako.so/v2/farcaster/ignore_bid', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ index: 70 }),
  })
  expect(response.status).toBe(200)
  await expect(authFetch('https://elsewhere.example')).rejects.toMatchObject({
    code: 'request/foreign-origin',
  })
})
