import type { AuthClient } from '@takokit/core'
import { cleanup, render } from '@testing-library/react'
import { StrictMode } from 'react'
import { WagmiProvider } from 'wagmi'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const warn = vi.spyOn(console, 'warn').mockReturnValue()
/** The warnings so far. */
const heard = () => warn.mock.calls.map(([text]) => String(text))
const forgetCopies = () => Reflect.deleteProperty(window, Symbol.for('@takokit/react'))

/** The kit as a page loads it: each call is a separate copy. */
async function load() {
  vi.resetModules()
  const [{ App }, { createWorld }, exports] = await Promise.all([
    import('../testing/App.tsx'),
    import('../testing/createWorld.ts'),
    import('../exports/index.ts'),
  ])
  return { App, createWorld, ...exports }
}

beforeEach(() => {
  warn.mockClear()
  forgetCopies()
})
afterEach(cleanup)

test('default: nothing is missing, nothing is said', async () => {
  const { App, createWorld, TakoSignIn } = await load()
  const world = createWorld()
  render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  await world.signInBefore()
  expect(heard()).toEqual([])
})

test('behavior: no QueryClientProvider: says once what to do', async () => {
  const { AuthProvider, createWorld, TakoSignIn } = await load()
  const { config, client } = createWorld()
  const app = (
    <StrictMode>
      <WagmiProvider config={config}>
        <AuthProvider client={client}>
          <TakoSignIn />
        </AuthProvider>
      </WagmiProvider>
    </StrictMode>
  )
  render(app)
  render(app)
  expect(heard()).toEqual([expect.stringMatching(/^\[takokit\].*Put <QueryClientProvider/)])
})

test('behavior: below one that is missing, it is said before a hook throws', async () => {
  const { AuthProvider, createWorld, useSignOut } = await load()
  const { config, client } = createWorld()
  function Leave() {
    useSignOut()
    return null
  }
  const error = vi.spyOn(console, 'error').mockReturnValue()
  expect(() =>
    render(
      <WagmiProvider config={config}>
        <AuthProvider client={client}>
          <Leave />
        </AuthProvider>
      </WagmiProvider>,
    ),
  ).toThrow('No QueryClient set')
  error.mockRestore()
  expect(heard()).toEqual([expect.stringContaining('Put <QueryClientProvider')])
})

test('behavior: no client: says once what to do, before anything throws', async () => {
  const { App, createWorld, TakoSignIn } = await load()
  const world = createWorld()
  const error = vi.spyOn(console, 'error').mockReturnValue()
  expect(() =>
    render(
      <App world={{ ...world, client: undefined as never }}>
        <TakoSignIn />
      </App>,
    ),
  ).toThrow(TypeError)
  error.mockRestore()
  expect(heard()).toEqual([expect.stringMatching(/^\[takokit\].*Make the client once/)])
})

test('behavior: two copies: says once what to do, before a hook finds no provider', async () => {
  const first = await load()
  const second = await load()
  const world = first.createWorld()
  const error = vi.spyOn(console, 'error').mockReturnValue()
  expect(() =>
    render(
      <first.App world={world}>
        <second.TakoSignIn />
      </first.App>,
    ),
  ).toThrow('There is no <AuthProvider>')
  error.mockRestore()
  expect(heard()).toEqual([expect.stringMatching(/^\[takokit\] Two copies.*npm dedupe/)])
})

test('behavior: a client of another copy of the core', async () => {
  const { App, createWorld } = await load()
  const { client, ...world } = createWorld()
  // As made by a core whose errors are not this one's.
  const other: AuthClient = {
    ...client,
    getSnapshot(parameters) {
      if (parameters?.provider === '') throw new Error('There is no provider "".')
      return client.getSnapshot(parameters)
    },
  }
  render(<App world={{ ...world, client: other }} />)
  expect(heard()).toEqual([expect.stringContaining('Two copies')])
})

test('behavior: a server that loads modules anew says nothing', async () => {
  vi.stubGlobal('window', undefined)
  try {
    await load()
    await load()
  } finally {
    vi.unstubAllGlobals()
  }
  expect(heard()).toEqual([])
})
