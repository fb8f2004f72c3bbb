import type { AuthStorage } from '../types/SessionStore.ts'
import { sessionKey } from '../utils/sessionKey.ts'
import { createStore } from './createStore.ts'

type Parameters = globalThis.Parameters<AuthStorage['open']>[0]

/** What is loaded only where a storage failed works with what is there from the start. */
export interface Fallback {
  parameters: Parameters
  open: () => ReturnType<AuthStorage['open']>
  createStore: typeof createStore
  sessionKey: typeof sessionKey
  /** Where sign-outs are noted that could not be stored. */
  noteName: string
}

/** Memory where a storage cannot be opened, for good or until it can be. Applies sign-outs that could not be stored. */
export function withFallback({ name, open }: AuthStorage): AuthStorage {
  return {
    name,
    open(parameters) {
      const fallback: Fallback = {
        parameters,
        createStore,
        sessionKey,
        noteName: `takokit:${parameters.namespace}:ended`,
        async open() {
          const store = await open(parameters)
          let isNoted = false
          try {
            isNoted = localStorage.getItem(fallback.noteName) !== null
          } catch {}
          if (isNoted) await (await import('./standIn.ts')).applySaved(fallback, store)
          return store
        },
      }
      return fallback
        .open()
        .catch(async (cause: unknown) => (await import('./standIn.ts')).standIn(fallback, cause))
    },
  }
}
