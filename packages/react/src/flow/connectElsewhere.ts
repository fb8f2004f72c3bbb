import { unexpected } from '../utils/unexpected.ts'
import type { OnConnect } from '../wagmi/OnConnect.ts'
import { whenIdle } from '../wagmi/whenIdle.ts'
import { askWallet } from './askWallet.ts'
import type { Flow } from './Flow.ts'
import type { OpenChangeReason } from './FlowState.ts'

/**
 * Has another kit connect a wallet, and continues once wagmi has one. A dialog that returns nothing may have been closed
 * without a choice: the attempt then waits, and the next click opens it again.
 */
export async function connectElsewhere(
  flow: Flow,
  onConnect: OnConnect,
  reason: OpenChangeReason,
): Promise<void> {
  const { client, wallet } = flow.getOptions()
  const mine = flow.begin(() => void connectElsewhere(flow, onConnect, reason))
  const stop = wallet.subscribe(() => {
    const now = wallet.getSnapshot()
    if (!flow.isCurrent(mine)) return stop()
    if (now.status !== 'connected') return
    stop()
    void askWallet(flow, now.connector, { reason })
  })
  try {
    const closing = onConnect()
    if (!isPromise(closing)) return
    await closing
    if (wallet.getSnapshot().status === 'pending') await whenIdle(wallet)
    if (wallet.getSnapshot().status !== 'connected')
      flow.finish(mine, { type: 'ended', reason: 'close' })
  } catch (cause) {
    flow.fail(mine, unexpected(client, cause))
  }
}

const isPromise = (value: unknown) => typeof (value as PromiseLike<unknown>)?.then === 'function'
