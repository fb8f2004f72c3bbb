import type { AuthClient } from '@takokit/core'
import type { RefObject } from 'react'
import { createFlow } from '../flow/createFlow.ts'
import type { Flow } from '../flow/Flow.ts'
import type { WalletStore } from '../wagmi/WalletSnapshot.ts'
import type { PageControl } from './PageControl.ts'
import type { PageDialog } from './PageDialog.ts'

export interface PageDialogOptions {
  client: AuthClient
  wallet: WalletStore
}

/** Creates the state of the page's dialog. It belongs to the page, so that an attempt outlives the control that it began at. */
export function createPageDialog({ client, wallet }: PageDialogOptions): PageDialog {
  const flows = new Map<string, Flow>()
  const controls = new Map<RefObject<PageControl>, Flow>()
  const beganAt = new WeakMap<Flow, RefObject<PageControl> | undefined>()
  const listeners = new Set<() => void>()
  let open: readonly Flow[] = []
  let origin: readonly Element[] | undefined

  /** Shows the flow while it is open; with `isGuest`, until it closes. */
  function follow(flow: Flow, isGuest = false): void {
    const check = () => {
      const { isOpen } = flow.getSnapshot()
      if (!flow.isActive()) origin = undefined
      if (isOpen === open.includes(flow)) return
      const others = open.filter((one) => one !== flow)
      open = isOpen ? [...others, flow] : others
      if (isGuest && !isOpen) stop()
      for (const listener of [...listeners]) listener()
    }
    const stop = flow.subscribe(check)
    check()
  }

  return {
    flows,
    flowOf(provider, mode) {
      const key = `${mode} ${provider ?? client.providers[0]?.name}`
      const known = flows.get(key)
      if (known) return known
      const flow: Flow = createFlow({
        client,
        wallet,
        provider,
        mode,
        get helpAfterMs() {
          return beganAt.get(flow)?.current.helpAfterMs ?? 20_000
        },
        onOpenChange(isOpen, reason) {
          for (const [{ current }, one] of controls)
            if (one === flow) current.onOpenChange?.(isOpen, reason)
        },
      })
      flows.set(key, flow)
      follow(flow)
      return flow
    },
    controls,
    beganAt,
    beginAt(flow, control) {
      beganAt.set(flow, control)
      origin = [...document.body.children]
    },
    getOrigin: () => origin,
    adopt: (flow) => follow(flow, true),
    getShown: () => open.at(-1),
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    close() {
      for (const flow of [...flows.values(), ...open]) flow.close('prop')
    },
  }
}
