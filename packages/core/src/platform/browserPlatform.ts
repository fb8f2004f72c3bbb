import { openChannel } from '../tabs/openChannel.ts'
import type { Locks, Platform } from '../types/Platform.ts'
import { onPageEvent } from './onPageEvent.ts'
import { randomId } from './randomId.ts'

/**
 * The platform of a browser. On a server nothing is restored or scheduled, but asking for a token works there too.
 *
 * @example
 * ```ts
 * import { browserPlatform, createAuthClient, tako } from '@takokit/core'
 *
 * // A test's clock in place of the browser's.
 * const platform = { ...browserPlatform({ fetch }), now: () => 1_768_469_400_000 }
 * const auth = createAuthClient({ providers: [tako()], platform })
 * ```
 */
export function browserPlatform(
  overrides: {
    /** Sends requests. Default: the page's `fetch`. */
    fetch?: Platform['fetch'] | undefined
    /** Called with what a developer should know. Default: `console.warn`. */
    onWarning?: ((message: string) => void) | undefined
  } = {},
): Platform {
  const isLive = typeof document !== 'undefined'
  const { fetch: customFetch, onWarning } = overrides
  let locks = findLocks(() => {
    locks = undefined
  })
  return {
    isLive,
    fetch: customFetch ?? ((input, init) => fetch(input, init)),
    now: () => Date.now(),
    monotonic: () => performance.now(),
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, delayMs)
      return () => clearTimeout(timer)
    },
    random: () => Math.random(),
    randomId,
    isVisible: () => !isLive || document.visibilityState !== 'hidden',
    isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
    isFramed: () => isLive && parent !== window,
    onPageEvent: isLive ? onPageEvent : () => () => {},
    openChannel,
    get locks() {
      return locks
    },
    baseUrl: isLive ? document.baseURI : undefined,
    warn: onWarning ?? ((message) => console.warn(`[takokit] ${message}`)),
  }
}

/** Web Locks are absent on insecure origins and where a policy disables them. The implementation loads with the refresh code. */
function findLocks(onBroken: () => void): Locks | undefined {
  try {
    const manager = navigator.locks
    const load = async () => (await import('../tabs/webLocks.ts')).webLocks(manager, onBroken)
    return (
      manager && {
        run: async (...turn) => (await load()).run(...turn),
        hold: async (...lock) => (await load()).hold(...lock),
        isHeld: async (name) => (await load()).isHeld(name),
      }
    )
  } catch {
    return undefined
  }
}
