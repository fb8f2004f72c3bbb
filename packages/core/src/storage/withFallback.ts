import type { AuthStorage, SessionStore } from '../types/SessionStore.ts'
import { sessionKey } from '../utils/sessionKey.ts'
import { createReader } from './createReader.ts'

type Parameters = globalThis.Parameters<AuthStorage['open']>[0]

/** Code that is loaded at start and passed to the code that is loaded only after a storage failed. */
export interface Fallback {
  parameters: Parameters
  open: AuthStorage['open']
  createReader: typeof createReader
  sessionKey: typeof sessionKey
  /** Where sign-outs that could not be stored are noted. */
  notesAt: string
}

/** Uses memory if a storage cannot be opened, permanently or until it opens. Applies sign-outs that could not be stored. */
export function withFallback({ name, open }: AuthStorage): AuthStorage {
  return {
    name,
    async open(parameters) {
      const notesAt = `takokit:${parameters.namespace}:ended`
      let store: SessionStore | undefined
      let failure: unknown
      try {
        store = await open(parameters)
        if (!localStorage.getItem(notesAt)) return store
      } catch (cause) {
        failure = cause
      }
      const { standIn } = await import('./standIn.ts')
      return standIn({ parameters, open, createReader, sessionKey, notesAt }, store, failure)
    },
  }
}
