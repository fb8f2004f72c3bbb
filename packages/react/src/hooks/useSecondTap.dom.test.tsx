import { getSession } from '@takokit/core'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '../testing/App.tsx'
import { challengingProvider } from '../testing/challengingProvider.ts'
import { createWorld } from '../testing/createWorld.ts'
import { useSignIn } from './useSignIn.ts'

afterEach(cleanup)

/** A connected wallet, and a challenge that the test answers. */
async function open(type: 'popup' | 'injected') {
  const challenges = challengingProvider()
  challenges.hold()
  const wallets = [
    { isAuthorized: true, type },
    { name: 'Other', type },
  ]
  const world = createWorld({ wallets, provider: challenges.provider })
  const onSuccess = vi.fn()
  const onError = vi.fn()
  const wrapper = ({ children }: { children: ReactNode }) => <App world={world}>{children}</App>
  const hook = renderHook(() => useSignIn({ mutation: { onSuccess, onError } }), { wrapper })
  await waitFor(() => expect(world.config.state.status).toBe('connected'))
  await waitFor(() => expect(challenges.requests()).toBe(1))
  const prompts = () => world.wallet.controls.requests.byMethod.personal_sign ?? 0
  return { ...hook, world, challenges, prompts, onSuccess, onError }
}

async function openAndTap(type: 'popup' | 'injected' = 'popup') {
  const opened = await open(type)
  act(() => opened.result.current.mutate())
  await act(async () => opened.challenges.answer())
  return opened
}

test('default: a wallet that opens a window is asked in the task of the next tap', async () => {
  const { result, prompts, onSuccess, onError, challenges, world } = await openAndTap()
  await waitFor(() => expect(result.current.needsTap).toBe(true))
  expect(result.current.isPending).toBe(true)
  expect(prompts()).toBe(0)
  await act(async () => {
    result.current.mutate()
    // Microtasks only: no timer, request or frame lies between the tap and the prompt.
    for (let turn = 0; turn < 50; turn++) await Promise.resolve()
    expect(prompts()).toBe(1)
  })
  await waitFor(() => expect(result.current.isSuccess).toBe(true))
  expect(result.current.needsTap).toBe(false)
  expect(getSession(world.client).status).toBe('signedIn')
  expect(challenges.requests()).toBe(1)
  expect(prompts()).toBe(1)
  expect(onError).not.toHaveBeenCalled()
  // Each of the two calls has the session.
  expect(onSuccess).toHaveBeenCalledTimes(2)
})

test('behavior: an extension is asked as soon as the challenge arrives', async () => {
  const { result, prompts } = await openAndTap('injected')
  await waitFor(() => expect(result.current.isSuccess).toBe(true))
  expect(result.current.needsTap).toBe(false)
  expect(prompts()).toBe(1)
})

test.each([
  ['cancel', (opened: Awaited<ReturnType<typeof open>>) => opened.result.current.cancel()],
  ['unmount', (opened: Awaited<ReturnType<typeof open>>) => opened.unmount()],
])('behavior: while it waits, %s ends it', async (_, end) => {
  const opened = await openAndTap()
  await waitFor(() => expect(opened.result.current.needsTap).toBe(true))
  act(() => end(opened))
  await waitFor(() => expect(opened.onError).toHaveBeenCalledOnce())
  expect(opened.onError.mock.calls[0]?.[0]).toMatchObject({ code: 'sign-in/cancelled' })
  expect(opened.prompts()).toBe(0)
})

test('behavior: while it waits, an account switch ends it', async () => {
  const { result, world, prompts } = await openAndTap()
  await waitFor(() => expect(result.current.needsTap).toBe(true))
  act(() => world.wallet.controls.switchAccount(1))
  await waitFor(() => expect(result.current.error?.code).toBe('wallet/account-changed'))
  expect(result.current.needsTap).toBe(false)
  expect(prompts()).toBe(0)
})

test('behavior: a tap for another wallet ends what waits, and connects that one', async () => {
  const { result, world, prompts, onError } = await openAndTap()
  await waitFor(() => expect(result.current.needsTap).toBe(true))
  act(() => result.current.mutate({ connector: world.config.connectors[1] }))
  await waitFor(() => expect(onError).toHaveBeenCalledOnce())
  await waitFor(() => expect(result.current.isSuccess).toBe(true))
  expect(prompts()).toBe(0)
})

test('behavior: a challenge that expires before the tap is replaced, and the tap after that is the one', async () => {
  const { result, challenges, prompts, world } = await openAndTap()
  await waitFor(() => expect(result.current.needsTap).toBe(true))
  const { '~engine': engine } = world.client
  engine.challenges?.spend(challenges.provider)
  challenges.hold()
  act(() => result.current.mutate())
  await waitFor(() => expect(challenges.requests()).toBe(2))
  expect(result.current.needsTap).toBe(false)
  await act(async () => challenges.answer())
  await waitFor(() => expect(result.current.needsTap).toBe(true))
  expect(prompts()).toBe(0)
  act(() => result.current.mutate())
  await waitFor(() => expect(result.current.isSuccess).toBe(true))
  expect(challenges.written).toEqual(['challenge 2'])
})
