import type { WalletConnector } from '../wagmi/WalletOption.ts'
import { connectWallet, forgetConnecting } from '../wagmi/connectWallet.ts'
import { bringsOwnQrCode } from '../wagmi/bringsOwnQrCode.ts'
import { promptsWithoutGesture, drawsOwnWindow } from '../wagmi/walletTraits.ts'
import { walletNameOf } from '../wagmi/walletNameOf.ts'
import { whenIdle } from '../wagmi/whenIdle.ts'
import type { Flow } from './Flow.ts'
import type { OpenChangeReason } from './FlowState.ts'
import { toConnectError } from '../wagmi/toConnectError.ts'
import { unexpected } from '../utils/unexpected.ts'

export interface AskWalletOptions {
  reason?: OpenChangeReason | undefined
  /** wagmi is reconnecting to it: a request may not be necessary. */
  comesBack?: boolean | undefined
}

/** Connects a wallet, and continues with the signature if its prompt needs no tap of its own. */
export async function askWallet(
  flow: Flow,
  connector: WalletConnector,
  { reason = 'wallet', comesBack = false }: AskWalletOptions = {},
): Promise<void> {
  const { client, wallet: store, mode } = flow.getOptions()
  const mine = flow.begin()
  const walletName = walletNameOf(connector)
  const show = (isOpen: boolean) =>
    flow.send({
      type: 'walletAsked',
      wallet: connector,
      walletName,
      isOpen,
      reason: isOpen ? reason : 'own-window',
    })
  const connect = (hasQrCode: boolean) =>
    connectWallet(store.config, {
      connector,
      onUri(uri) {
        if (flow.isCurrent(mine) && !hasQrCode) flow.send({ type: 'uriShown', uri, reason })
      },
    })
  // Its prompt opens before the dialog is drawn, which takes the time of several frames. Under `connect`, a wallet that answers
  // at once would be connected before anything says that it is asked.
  const isFirst = mode !== 'connect' && !comesBack && promptsWithoutGesture(connector)
  const early = isFirst ? connect(false) : undefined
  mine.signal.addEventListener('abort', () => forgetConnecting(store.config))
  try {
    if (early) await Promise.race([early.catch(() => {}), nextTask()])
    if (!flow.isCurrent(mine)) return
    show(!drawsOwnWindow(connector))
    if (comesBack) await whenIdle(store)
    const hasQrCode = await bringsOwnQrCode(connector)
    if (!flow.isCurrent(mine)) return
    // Our dialog would cover it, and show a second code.
    if (hasQrCode) show(false)
    const connected = await (early ?? connect(hasQrCode)).catch((cause: unknown) => {
      throw toConnectError(cause)
    })
    if (!flow.isCurrent(mine)) return
    if (mode === 'connect') flow.finish(mine, { type: 'ended', reason: 'connected' })
    else if (promptsWithoutGesture(connector)) await flow.sign(connected, reason)
    else flow.offer(mine, connected, walletNameOf(connector, connected.provider))
  } catch (cause) {
    flow.fail(mine, unexpected(client, cause))
  }
}

const nextTask = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve)
  })
