// One connection after another, for as long as the account stays signed in.
import { type AuthClient, TakoKitError, watchSession } from '@takokit/core'

export interface ReconnectOptions {
  signal?: AbortSignal | undefined
  /** Waits before the next try. `failures` is the number of tries that failed in a row. */
  wait?: ((failures: number, signal: AbortSignal) => Promise<void>) | undefined
}

/**
 * `connect` holds one connection: it resolves when an accepted one is lost, and rejects if none was accepted. The promise resolves
 * after a sign-out or `signal`, and rejects if trying again cannot help.
 */
export async function reconnect(
  auth: AuthClient,
  {
    connect,
    signal,
    wait = backOff,
  }: ReconnectOptions & { connect: (signal: AbortSignal) => Promise<void> },
): Promise<void> {
  const ending = new AbortController()
  const stop = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal
  // Data of one account must not reach the next.
  const unwatch = watchSession(auth, {
    onChange(session, before) {
      if (before.sid !== undefined && session.sid !== before.sid) ending.abort()
    },
  })
  let failures = 0
  try {
    while (!stop.aborted) {
      try {
        await connect(stop)
        failures = 0
      } catch (error) {
        if (stop.aborted) return
        if (isFinal(error)) throw error
        failures++
      }
      if (!stop.aborted) await wait(failures, stop)
    }
  } finally {
    unwatch()
  }
}

/** What a server that refuses a fresh token causes. */
export const refusal = () =>
  new DOMException('The server refuses the connection.', 'NotAllowedError')

/** `network/…` and `provider/…` pass; an ended session or a wrong configuration does not. */
function isFinal(error: unknown): boolean {
  if (error instanceof TakoKitError) return !/^(network|provider)\//.test(error.code)
  return error instanceof DOMException && error.name === 'NotAllowedError'
}

function backOff(failures: number, signal: AbortSignal): Promise<void> {
  // Random, so that the pages do not all return at once after a restart of the server.
  const delayMs = Math.min(1_000 * 2 ** failures, 30_000) * (0.5 + Math.random() / 2)
  return new Promise((resolve) => {
    const timer = setTimeout(done, delayMs)
    signal.addEventListener('abort', done)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}
