import { openChannel } from '../tabs/openChannel.ts'
import { webLocks } from '../tabs/webLocks.ts'
import type { Platform } from '../types/Platform.ts'
import { onPageEvent } from './onPageEvent.ts'
import { randomId } from './randomId.ts'

/** The world as a browser has it. On a server nothing is restored or scheduled; asking for a token works there too. */
export function browserPlatform(
  overrides: {
    fetch?: Platform['fetch'] | undefined
    onWarning?: ((message: string) => void) | undefined
  } = {},
): Platform {
  const isLive = typeof document !== 'undefined'
  const { fetch: customFetch, onWarning } = overrides
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
    onPageEvent: isLive ? onPageEvent : () => () => {},
    openChannel,
    locks:
      typeof navigator !== 'undefined' && navigator.locks ? webLocks(navigator.locks) : undefined,
    baseUrl: isLive ? document.baseURI : undefined,
    warn: onWarning ?? ((message) => console.warn(`[takokit] ${message}`)),
  }
}
