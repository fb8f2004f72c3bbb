import { cancelSignIn, refreshSession, type Revoked, signOut, tako } from '@takokit/core'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { type ReactNode, useEffect } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld, type World, type WorldParameters } from '../testing/createWorld.ts'
import { type Hearing, listen } from '../testing/hearing.ts'
import { Vote } from '../testing/Vote.tsx'
import { TakoSignIn } from '../ui/TakoSignIn.tsx'
import { SignIn } from '../exports/index.ts'
import { useSignIn } from '../hooks/useSignIn.ts'
import { RequireAuth } from '../session/RequireAuth.tsx'

let world: World
let hearing: Hearing

afterEach(() => {
  hearing.stop()
  cleanup()
  world.client.dispose()
  vi.restoreAllMocks()
})

interface PageParameters extends WorldParameters {
  isSignedIn?: boolean
}

async function open(children: ReactNode, { isSignedIn, ...parameters }: PageParameters = {}) {
  world = createWorld({ wallets: [{ isAuthorized: true }], ...parameters })
  if (isSignedIn) await world.signInBefore()
  render(<App world={world}>{children}</App>)
  hearing = listen()
  await waitFor(() => expect(world.config.state.status).toBe('connected'))
  // The announcing code loads beside the page.
  await waitFor(() => expect(screen.getByRole('status').firstChild).not.toBeNull(), {
    timeout: 10_000,
  })
  await screen.findAllByRole('button')
}

const press = (name: string | RegExp) =>
  fireEvent.click(screen.getAllByRole('button', { name })[0] as Element)
const heard = (words: string | RegExp) =>
  waitFor(() => expect(hearing.said.at(-1)).toMatch(words), { timeout: 30_000 })

const two = (
  <>
    <TakoSignIn />
    <TakoSignIn />
  </>
)

const endings: [string, (world: World) => unknown, string][] = [
  ['signed out here', ({ client }) => signOut(client), 'Signed out on this device.'],
  [
    'signed out elsewhere',
    ({ client }) => signOut(client, { reason: 'signed-out-elsewhere' } as never),
    'You signed out in another tab.',
  ],
  [
    'refused',
    ({ client, emulator }) => {
      emulator.tako.revoke('all')
      return refreshSession(client).catch(() => {})
    },
    'Your session has ended. Sign in again.',
  ],
  [
    'another account',
    ({ wallet }) => wallet.controls.switchAccount(1),
    'You’re signed out: the account in your wallet changed.',
  ],
  [
    'the wallet is locked',
    ({ wallet }) => wallet.controls.lock(),
    'You’re signed out: your wallet was disconnected.',
  ],
]

test.each(endings)('behavior: %s, said once for two buttons', async (_, end, words) => {
  await open(two, { isSignedIn: true })
  await act(async () => void (await end(world)))
  await heard(words)
  expect(hearing.said).toEqual([words])
  expect(screen.getAllByRole('status')).toHaveLength(1)
})

test.each<[string, () => Promise<Revoked>, string]>([
  ['told, and confirmed', async () => true, 'Signed out.'],
  ['told, and refused', async () => false, 'Signed out on this device.'],
  ['not reached', () => Promise.reject(new TypeError('No.')), 'Signed out on this device.'],
])('behavior: signed out where the provider was %s', async (_, revoke, words) => {
  const provider = { ...tako(), revoke: revoke as () => Promise<boolean> }
  await open(two, { isSignedIn: true, provider })
  await act(() => signOut(world.client))
  await heard(words)
  expect(hearing.said).toEqual([words])
})

test('behavior: a provider that is silent is not waited for, and its answer is no second news', async () => {
  let answer: (revoked: boolean) => void = () => {}
  const revoke = () => new Promise<boolean>((resolve) => (answer = resolve))
  await open(two, { isSignedIn: true, provider: { ...tako(), revoke } })
  let leaving: Promise<unknown> = Promise.resolve()
  act(() => void (leaving = signOut(world.client)))
  await heard('Signed out on this device.')
  await act(async () => {
    answer(true)
    await leaving
  })
  expect(hearing.said).toEqual(['Signed out on this device.'])
})

// The others come from the code that follows the wallet, which announces too.
test.each(endings.slice(0, 3))(
  'behavior: %s before anything could tell it',
  async (_, end, words) => {
    world = createWorld({ wallets: [{ isAuthorized: true }] })
    await world.signInBefore()
    await end(world)
    hearing = listen()
    render(<App world={world}>{two}</App>)
    await heard(words)
    cleanup()
    render(<App world={world}>{two}</App>)
    await waitFor(() => expect(screen.getByRole('status').firstChild).not.toBeNull())
    expect(hearing.said).toEqual([words])
  },
)

test('behavior: signed in again before anybody looked is no ending', async () => {
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await open(two, { isSignedIn: true })
  await act(() => signOut(world.client))
  await screen.findAllByRole('button', { name: 'Sign in' })
  await act(() => world.signInBefore())
  state.mockReturnValue('visible')
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  await heard('Signed in as 0xf39F…2266')
  expect(hearing.said).not.toContain('Signed out on this device.')
})

test('behavior: a hidden page says it when it is seen', async () => {
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await open(two, { isSignedIn: true })
  await act(() => signOut(world.client))
  await screen.findAllByRole('button', { name: 'Sign in' })
  expect(hearing.said).toEqual([])
  state.mockReturnValue('visible')
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  await heard('Signed out on this device.')
})

test('behavior: two buttons say each step once', async () => {
  await open(two)
  press('Sign in')
  await heard('Signed in as 0xf39F…2266')
  expect(hearing.said).toEqual(['Confirm in wallet…', 'Signing in…', 'Signed in as 0xf39F…2266'])
})

test('behavior: in a fallback that goes away, it is told to the end', async () => {
  await open(
    <RequireAuth fallback={<TakoSignIn />}>
      <p>For members.</p>
    </RequireAuth>,
  )
  press('Sign in')
  await screen.findByText('For members.')
  await heard('Signed in as 0xf39F…2266')
  await act(() => signOut(world.client))
  await heard('Signed out on this device.')
})

test('behavior: without a control, each step and a refusal are told', async () => {
  await open(<Vote />)
  world.wallet.controls.next('reject', { method: 'personal_sign' })
  press('Vote')
  await heard('Request canceled. Nothing was signed.')
  expect(hearing.said[0]).toBe('Confirm in wallet…')
})

test('behavior: what another account signed is told as an error, and as no sign-in', async () => {
  await open(<TakoSignIn />)
  world.wallet.controls.next('wrong-account', { method: 'personal_sign' })
  press('Sign in')
  await heard(/different account/)
  expect(hearing.said).toEqual(['Confirm in wallet…', expect.stringMatching(/different account/)])
})

test('behavior: given up by the page is told, and as no sign-in', async () => {
  await open(<TakoSignIn />, { wallets: [{ isAuthorized: true, approval: 'manual' }] })
  press('Sign in')
  await heard('Confirm in wallet…')
  await act(async () => cancelSignIn(world.client))
  await heard('Canceled. Nothing was sent.')
  expect(hearing.said).toEqual(['Confirm in wallet…', 'Canceled. Nothing was sent.'])
})

test('behavior: given up is told', async () => {
  await open(<TakoSignIn />, { wallets: [{ isAuthorized: true, approval: 'manual' }] })
  press('Sign in')
  fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
  await heard('Canceled. Nothing was sent.')
  expect(hearing.said).toEqual(['Confirm in wallet…', 'Canceled. Nothing was sent.'])
})

test('behavior: an error is told once, however often it is tried again, and no second of the wait', async () => {
  await open(<TakoSignIn />)
  world.emulator.tako.failNext({ type: '429', retryAfterMs: 50 }, { times: 2 })
  press('Sign in')
  await heard('Signed in as 0xf39F…2266')
  expect(hearing.said.filter((text) => /Too many attempts/.test(text))).toHaveLength(1)
  expect(hearing.said.filter((text) => /second/.test(text))).toEqual([])
})

const hookError = vi.fn()

/** An application's own button, which shows its own errors. */
function Enter() {
  const { mutate, cancel, error } = useSignIn()
  useEffect(() => void (error && hookError(error.code)), [error])
  return (
    <>
      <button onClick={() => mutate()}>Enter</button>
      <button onClick={cancel}>Stop</button>
    </>
  )
}

/** What stands beside the control that is used, and must not speak for it. */
const beside: [string, ReactNode][] = [
  ['alone', null],
  ['beside a drop-in', <TakoSignIn key="drop-in" />],
  [
    'beside two headless controls',
    [1, 2].map((key) => (
      <SignIn.Root key={key}>
        <SignIn.Trigger />
      </SignIn.Root>
    )),
  ],
]
const asked = ['Confirm in wallet…']

test.each(beside)('behavior: useSignIn, %s: each step once, as it is', async (_, others) => {
  const wallets = [{ isAuthorized: true, approval: 'manual' as const }]
  await open([<Enter key="enter" />, others], { wallets })
  press('Enter')
  await heard('Confirm in wallet…')
  for (const button of screen.queryAllByRole('button', { expanded: false }))
    expect(button.textContent).toBe('Confirm in wallet…')
  act(() => {
    world.wallet.controls.approve()
  })
  await heard('Signed in as 0xf39F…2266')
  expect(hearing.said).toEqual([...asked, 'Signing in…', 'Signed in as 0xf39F…2266'])
})

test.each(beside)('behavior: useSignIn, %s: its error is the application’s', async (_, others) => {
  await open([<Enter key="enter" />, others])
  world.wallet.controls.next('reject', { method: 'personal_sign' })
  press('Enter')
  await waitFor(() => expect(hookError).toHaveBeenLastCalledWith('wallet/rejected'))
  world.wallet.controls.next('wrong-account', { method: 'personal_sign' })
  press('Enter')
  await waitFor(() => expect(hookError).toHaveBeenLastCalledWith('wallet/wrong-account'))
  expect(new Set(hearing.said)).toEqual(new Set(asked))
  world.wallet.controls.next('hang', { method: 'personal_sign' })
  press('Enter')
  await waitFor(() => expect(world.client.getSnapshot().status).toBe('signingIn'))
  press('Stop')
  await heard('Canceled. Nothing was sent.')
})

test('behavior: a refusal, with other controls beside, is said once', async () => {
  await open([<TakoSignIn key="used" />, ...beside.slice(1).map(([, one]) => one)])
  world.wallet.controls.next('reject', { method: 'personal_sign' })
  press('Sign in')
  await heard('Request canceled. Nothing was signed.')
  await act(async () => {})
  expect(hearing.said).toEqual([...asked, 'Request canceled. Nothing was signed.'])
})

test('behavior: a refused second sign-in leaves the session, and that is no news', async () => {
  await open(<Enter />, { isSignedIn: true })
  world.wallet.controls.next('reject', { method: 'personal_sign' })
  press('Enter')
  await waitFor(() => expect(world.client.getSnapshot().error?.code).toBe('wallet/rejected'))
  await act(async () => {})
  expect(hearing.said).toEqual(asked)
})

test('behavior: the address is copied, or it is said why not', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await open(<TakoSignIn />, { isSignedIn: true })
  press(/Account/)
  fireEvent.click(await screen.findByRole('button', { name: 'Copy address' }))
  await heard('Copied')
  writeText.mockRejectedValueOnce(new DOMException('No.', 'NotAllowedError'))
  press(/Cop/)
  await heard(/^Couldn’t copy/)
  expect(hearing.said).toHaveLength(2)
})
