import type { AuthStorage } from '../types/SessionStore.ts'
import { memoryStorage } from './memoryStorage.ts'

/** Memory where a storage cannot be opened, with one warning. */
export function withFallback(storage: AuthStorage): AuthStorage {
  return {
    name: storage.name,
    open: (parameters) =>
      storage.open(parameters).catch((cause: unknown) => {
        const why = cause instanceof Error ? cause.message : String(cause)
        parameters.warn(`Sessions cannot be stored in this browser and end with the page (${why})`)
        return memoryStorage().open(parameters)
      }),
  }
}
