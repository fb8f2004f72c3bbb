import { getSession } from '@takokit/core'
import { onlineManager } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { useSignIn } from './useSignIn.ts'
import { useSignOut } from './useSignOut.ts'
import { useStartSession } from './useStartSession.ts'

afterEach(() => {
  cleanup()
  onlineManager.setOnline(true)
})

type Options = MutationOptions<never, never, unknown>

/** Each mutation of the kit, and what it is called with. */
const hooks = {
  useSignIn: (_: World, mutation: Options) => {
    const { mutateAsync } = useSignIn({ mutation: mutation as never })
    return () => mutateAsync()
  },
  useSignOut: (_: World, mutation: Options) => {
    const { mutateAsync } = useSignOut({ mutation: mutation as never })
    return () => mutateAsync()
  },
  useStartSession: (world: World, mutation: Options) => {
    const { mutateAsync } = useStartSession({ mutation: mutation as never })
    return () => mutateAsync({ getTokens: () => world.emulator.issue('tako') })
  },
}

async function setUp(useIt: (typeof hooks)[keyof typeof hooks], mutation: Options) {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  if (useIt === hooks.useSignOut) await world.signInBefore()
  world.queryClient.setDefaultOptions({ mutations: { networkMode: 'offlineFirst', retry: false } })
  const wrapper = ({ children }: { children: ReactNode }) => <App world={world}>{children}</App>
  const { result } = renderHook(() => useIt(world, mutation), { wrapper })
  await waitFor(() => expect(world.config.state.status).toBe('connected'))
  return { world, run: () => act(async () => void (await result.current().catch(() => {}))) }
}

describe.each(Object.entries(hooks))('%s', (name, useIt) => {
  test('behavior: networkMode always: an offline page does not hold it back', async () => {
    const { world, run } = await setUp(useIt, { networkMode: 'online' } as never)
    onlineManager.setOnline(false)
    await run()
    const [mutation] = world.queryClient.getMutationCache().getAll()
    expect(mutation?.state).toMatchObject({ status: 'success', isPaused: false })
    expect(mutation?.options.networkMode).toBe('always')
  })

  test('parameters: mutation: its callbacks hear of success and of the end', async () => {
    const onMutate = vi.fn<() => void>()
    const onSuccess = vi.fn<() => void>()
    const onSettled = vi.fn<() => void>()
    const { world, run } = await setUp(useIt, { onMutate, onSuccess, onSettled } as never)
    await run()
    for (const heard of [onMutate, onSuccess, onSettled]) expect(heard).toHaveBeenCalledOnce()
    const [mutation] = world.queryClient.getMutationCache().getAll()
    expect(mutation?.options.mutationKey).toEqual(['takokit', name.replace('useS', 's')])
  })

  test('behavior: nothing that it keeps or tells its callbacks is a token or a signature', async () => {
    const heard: unknown[] = []
    const hear = (...given: unknown[]) => {
      heard.push(given.slice(0, 2))
    }
    const { world, run } = await setUp(useIt, { onSuccess: hear, onSettled: hear } as never)
    const before = world.client.getSnapshot().token
    await run()
    const text = JSON.stringify([
      heard,
      world.queryClient
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
    ])
    expect(heard).toHaveLength(2)
    for (const token of [before, world.client.getSnapshot().token])
      if (token) expect(text).not.toContain(token)
    expect(text).not.toMatch(/0x[\da-f]{130}|eyJ/i)
  })
})

test('useStartSession: what getTokens throws is the mutation’s error, and the callbacks hear of it', async () => {
  const world = createWorld()
  const onError = vi.fn<(error: Error) => void>()
  const wrapper = ({ children }: { children: ReactNode }) => <App world={world}>{children}</App>
  const { result } = renderHook(() => useStartSession({ mutation: { onError } }), { wrapper })
  const error = new Error('The dapp’s own.')
  await act(() =>
    expect(result.current.mutateAsync({ getTokens: () => Promise.reject(error) })).rejects.toBe(
      error,
    ),
  )
  expect(onError.mock.calls[0]?.[0]).toBe(error)
  await waitFor(() => expect(getSession(world.client).status).toBe('signedOut'))
})
