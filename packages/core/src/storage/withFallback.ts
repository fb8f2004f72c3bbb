import type { AuthStorage } from '../types/SessionStore.ts'
import { memoryStorage } from './memoryStorage.ts'

/** Memory where a storage cannot be opened, with one warning. */
export function withFallback(storage: AuthStorage): AuthStorage {
  return {
    name: storage.name,
    open: (parameters) =>
      storage.open(parameters).catch((cause: unknown) => {
        parameters.warn(`Sessions cannot be stored here, and end with the page: ${cause}`)
        return memoryStorage().open(parameters)
      }),
  }
}
