import type { RelayErrorCode } from './RelayErrorCode.ts'

export interface RelayRefusalOptions {
  detail?: string | undefined
  retryAfterMs?: number | undefined
  correlationId?: string | undefined
  /** `false` where the request brought no cookie of a session: a browser that keeps none is told from one that signed out. */
  hasCookie?: boolean | undefined
  headers?: Record<string, string> | undefined
  /** `set-cookie` values: only a session that is over deletes its cookie. */
  cookies?: readonly string[] | undefined
  cause?: unknown
}

/**
 * A response without tokens: the content of its problem document. Also what `getSession` and `getToken` of the relay throw, so
 * that a server can tell "nobody is signed in" (`status` 401) from "ask again later" (503).
 *
 * @example
 * ```ts
 * import { type Relay, RelayRefusal } from '@takokit/relay'
 *
 * export async function whoIs(relay: Relay, request: Request) {
 *   try {
 *     return await relay.getSession(request)
 *   } catch (error) {
 *     // It cannot be known now: answer 503, and not "signed out".
 *     if (error instanceof RelayRefusal) throw new Response(error.code, { status: error.status })
 *     throw error
 *   }
 * }
 * ```
 */
export class RelayRefusal extends Error {
  override readonly name = 'RelayRefusal'
  readonly status: number
  readonly code: RelayErrorCode
  readonly options: RelayRefusalOptions

  constructor(
    status: number,
    code: RelayErrorCode,
    title: string,
    options: RelayRefusalOptions = {},
  ) {
    super(title, 'cause' in options ? { cause: options.cause } : undefined)
    this.status = status
    this.code = code
    this.options = options
  }

  /** By its name: frameworks bundle a module several times, and the relay of one copy answers the guards of another. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'RelayRefusal'
  }
}
