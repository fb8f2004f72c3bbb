import type { ProviderInfo } from '@takokit/test-wallet'

/** What a page receives of its wallets. */
export interface InPage {
  infos: readonly ProviderInfo[]
  /** The names of the function that sends a request to a wallet, and of the event that comes from one. */
  names: { request: string; event: string }
}

export type WalletAnswer =
  | { result: unknown }
  | { error: { message: string; code?: number | undefined; data?: unknown } }

/**
 * Runs in each page before its scripts, as an extension's script does, and therefore uses nothing of this module. The keys,
 * and what the user decides, are outside of the page.
 */
export function announceInPage({ infos, names }: InPage): void {
  type Send = (index: number, method: unknown, params: unknown) => Promise<WalletAnswer>
  // Looked up when it is needed: the order in which a browser runs what is added to its pages is not fixed.
  const send: Send = (...request) =>
    ((window as unknown as Record<string, Send>)[names.request] as Send)(...request)
  infos.forEach((info, index) => {
    const listeners = new Map<string, Set<(value: unknown) => void>>()
    addEventListener(names.event, (event) => {
      const { detail } = event as CustomEvent<{ index: number; name: string; value: unknown }>
      if (detail.index !== index) return
      for (const listener of [...(listeners.get(detail.name) ?? [])]) listener(detail.value)
    })
    const provider = {
      async request({ method, params }: { method: unknown; params?: unknown }) {
        const answer = await send(index, method, params)
        if ('result' in answer) return answer.result
        const { message, ...rest } = answer.error
        throw Object.assign(new Error(message), rest)
      },
      on(name: string, listener: (value: unknown) => void) {
        listeners.set(name, (listeners.get(name) ?? new Set()).add(listener))
        return provider
      },
      removeListener(name: string, listener: (value: unknown) => void) {
        listeners.get(name)?.delete(listener)
        return provider
      },
    }
    const detail = Object.freeze({ info: Object.freeze(info), provider })
    const announce = () => dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
    addEventListener('eip6963:requestProvider', announce)
    announce()
  })
}
