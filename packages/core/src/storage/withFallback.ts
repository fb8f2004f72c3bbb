import type { AuthStorage, SessionStore } from '../types/SessionStore.ts'
import { sessionKey } from '../utils/sessionKey.ts'
import { createReader } from './createReader.ts'

type Parameters = globalThis.Parameters<AuthStorage['open']>[0]

/** What is loaded only where a storage failed works with what is there from the start. */
export interface Fallback {
  parameters: Parameters
  open: AuthStorage['open']
  createReader: typeof createReader
  sessionKey: typeof sessionKey
  /** Where sign-outs are noted that could not be stored. */
  notesAt: string
}

/** Memory where a storage cannot be opened, for good or until it can be. Applies sign-outs that could not be stored. */
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
