import { TakoKitError } from '@takokit/core'
import { expect, test, vi } from 'vitest'
import { createPageDialog } from '../auth/createPageDialog.ts'
import type { ReachedWallet, WalletStore } from '../wagmi/WalletSnapshot.ts'
import { createFlow } from './createFlow.ts'
import type { FlowOptions } from './Flow.ts'

const connector = { uid: 'one' }

/** A connected wallet whose signatures the test gives. */
function connected(address: string) {
  const asked: { signal: AbortSignal; resolve: () => void; reject: (cause: unknown) => void }[] = []
  const signIn = vi.fn(
    ({ signal }: { signal: AbortSignal }) =>
      new Promise<void>((resolve, reject) => void asked.push({ signal, resolve, reject })),
  )
  const wallet = { status: 'connected', address, connector, provider: {}, signIn }
  return { wallet: wallet as unknown as ReachedWallet, signIn, asked }
}

function setUp(options: Partial<FlowOptions> = {}) {
  const one = connected('0x1')
  let now = one.wallet
  const timers: { task: () => void; afterMs: number; stop: () => void }[] = []
  const onOpenChange = vi.fn()
  const flow = createFlow(
    {
      client: {} as never,
      wallet: { getSnapshot: () => now } as unknown as WalletStore,
      provider: undefined,
      mode: 'connect-and-sign',
      helpAfterMs: 20_000,
      onOpenChange,
      ...options,
    },
    (task, afterMs) => {
      const stop = vi.fn()
      timers.push({ task, afterMs, stop })
      return stop
    },
  )
  const change = (next: ReachedWallet) => {
    now = next
  }
  return { flow, one, timers, change, onOpenChange }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('default: a connected wallet is asked in the same task, and a second tap asks nothing', async () => {
  const { flow, one } = setUp()
  void flow.start()
  void flow.start()
  expect(one.signIn).toHaveBeenCalledOnce()
  expect(flow.isActive()).toBe(true)
  one.asked[0]?.resolve()
  await settled()
  expect(flow.isActive()).toBe(false)
})

test('default: help comes after 20 s, and no later than the wallet’s answer', async () => {
  const { flow, one, timers } = setUp()
  void flow.start()
  expect(timers.map(({ afterMs }) => afterMs)).toEqual([20_000])
  expect(flow.getSnapshot().isSlow).toBe(false)
  timers[0]?.task()
  expect(flow.getSnapshot().isSlow).toBe(true)
  one.asked[0]?.resolve()
  await settled()
  expect(timers[0]?.stop).toHaveBeenCalled()
})

test('parameters: mode connect: a wallet that is connected is not asked', async () => {
  const { flow, one } = setUp({ mode: 'connect' })
  await flow.start()
  expect(one.signIn).not.toHaveBeenCalled()
  expect(flow.isActive()).toBe(false)
})

test.each(['resolve', 'reject'] as const)(
  'behavior: what a canceled attempt brings later (%s) changes nothing of the next one',
  async (how) => {
    const { flow, one, timers } = setUp()
    void flow.start()
    flow.close('cancel')
    expect(one.asked[0]?.signal.aborted).toBe(true)
    expect(timers[0]?.stop).toHaveBeenCalled()
    expect(flow.isActive()).toBe(false)
    void flow.start()
    one.asked[0]?.[how](new TakoKitError('wallet/failed', 'late'))
    await settled()
    expect(flow.isActive()).toBe(true)
    expect(flow.getSnapshot().error).toBeUndefined()
    expect(one.asked[1]?.signal.aborted).toBe(false)
  },
)

test('behavior: a second tap asks the account that is connected, not the one of before', () => {
  for (const isSame of [true, false]) {
    const { flow, one, change } = setUp()
    const ready = connected('0x1')
    flow.offer(flow.begin(), ready.wallet, 'One')
    expect(flow.getSnapshot().step).toBe('ready')
    const other = connected('0x2')
    if (!isSame) change(other.wallet)
    void flow.start()
    expect([ready, one, other].map(({ signIn }) => signIn.mock.calls.length)).toEqual(
      isSame ? [1, 0, 0] : [0, 0, 1],
    )
  }
})

test('behavior: a refusal closes, and a failure is shown', async () => {
  for (const [code, reason] of [
    ['wallet/rejected', 'rejected'],
    ['wallet/failed', 'failed'],
  ] as const) {
    const { flow, one, onOpenChange } = setUp()
    flow.choose()
    void flow.start()
    one.asked[0]?.reject(new TakoKitError(code, 'text'))
    await settled()
    const isOpen = code === 'wallet/failed'
    expect(flow.getSnapshot()).toMatchObject({ isOpen, error: { code } })
    expect(onOpenChange.mock.calls).toEqual(
      isOpen
        ? [[true, 'trigger']]
        : [
            [true, 'trigger'],
            [false, reason],
          ],
    )
  }
})

test('createPageDialog: help after 20 s, or when the control that it began at says', () => {
  const client = { providers: [{ name: 'tako' }] } as never
  const dialog = createPageDialog({ client, wallet: {} as never })
  const flow = dialog.flowOf(undefined, 'connect')
  expect(flow.getOptions().helpAfterMs).toBe(20_000)
  dialog.beganAt.set(flow, { current: { helpAfterMs: 5 } } as never)
  expect(flow.getOptions().helpAfterMs).toBe(5)
  // One sign-in for each provider and mode.
  expect(dialog.flowOf('tako' as never, 'connect')).toBe(flow)
  expect(dialog.flowOf('tako' as never, 'connect-and-sign')).not.toBe(flow)
})
