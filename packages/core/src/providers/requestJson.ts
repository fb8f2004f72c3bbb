import { TakoKitError } from '../errors/TakoKitError.ts'
import type { ProviderContext } from '../types/TokenProvider.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import { isRecord } from '../utils/isRecord.ts'
import { maxRetryAfterMs, parseRetryAfter } from '../utils/parseRetryAfter.ts'
import { failed } from './failed.ts'

/** A request for JSON. */
export interface JsonRequest {
  /** The absolute address. */
  url: string
  /** Default: `POST`. */
  method?: 'GET' | 'POST' | 'DELETE' | undefined
  /** Headers beside those that the body needs. */
  headers?: Record<string, string> | undefined
  /** Sent as JSON. Omitted, the body is empty. */
  body?: unknown
  /** Sent as a form (`application/x-www-form-urlencoded`) instead of JSON, as OAuth token endpoints require. */
  form?: Record<string, string | undefined> | undefined
  /** Returns a JSON response with a 5xx status as `ok`, for an API that describes the failure there. */
  allowServerErrors?: boolean | undefined
  /** Reads the body of a successful answer. Default: as JSON. */
  read?: ((text: string) => unknown) | undefined
}

/** JSON of any status, or an outcome that ends no session. */
export type JsonAnswer =
  | { type: 'ok'; status: number; json: unknown; retryAfterMs: number | undefined }
  | Exclude<TokenOutcome, { type: 'ok' }>

/**
 * Requests JSON and handles what all APIs share: a dropped connection, a timeout, 429, 5xx, and a body that is not JSON. None of
 * these ends a session. JSON with any other status is returned as `ok`, for the provider to interpret.
 *
 * @example
 * ```ts
 * import { defineProvider, failed, requestJson, succeeded } from '@takokit/core'
 *
 * const mine = defineProvider({
 *   name: 'mine',
 *   origins: ['https://api.example.com'],
 *   async refresh(context, { tokens }) {
 *     const url = 'https://api.example.com/refresh'
 *     const answer = await requestJson(context, { url, body: { refresh_token: tokens.refreshToken } })
 *     if (answer.type !== 'ok') return answer
 *     const { token } = answer.json as { token?: string }
 *     return token
 *       ? succeeded({ accessToken: token, refreshToken: tokens.refreshToken, lifetimeMs: 900_000 })
 *       : failed('terminal', 'provider/refused', 'The session has ended.')
 *   },
 * })
 * ```
 */
export async function requestJson(
  context: ProviderContext,
  {
    url,
    method = 'POST',
    headers,
    body,
    form,
    allowServerErrors = false,
    read = JSON.parse,
  }: JsonRequest,
): Promise<JsonAnswer> {
  let response: Response
  let text: string
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json'
  const payload = form ? formOf(form) : body === undefined ? undefined : JSON.stringify(body)
  try {
    response = await context.fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(payload === undefined ? {} : { 'content-type': type }),
        ...headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    })
    text = await response.text()
  } catch (cause) {
    if (cause instanceof TakoKitError) return { type: 'ambiguous', error: cause }
    return failed(
      'ambiguous',
      'network/failed',
      'The network dropped before the provider answered.',
      { cause },
    )
  }
  const { status } = response
  let json: unknown
  let isJson = true
  try {
    json = response.ok ? read(text) : JSON.parse(text)
  } catch {
    // Not kept as the cause: the parser's message quotes the text, which may contain a token.
    isJson = false
  }
  const retryAfterMs = longest(
    parseRetryAfter(response.headers.get('retry-after'), context.now()),
    waitInBody(json),
  )
  if (status === 429)
    return failed(
      'throttled',
      'provider/throttled',
      'The provider asks for a pause before the next request.',
      { retryAfterMs },
    )
  if (isJson && (status < 500 || allowServerErrors))
    return { type: 'ok', status, json, retryAfterMs }
  if (status >= 500)
    return failed(
      'ambiguous',
      'provider/unavailable',
      `The provider is out of order (HTTP ${status}).`,
      { retryAfterMs },
    )
  return failed(
    'malformed',
    'provider/unreadable',
    'The provider sent an answer that cannot be read.',
    {
      details: `HTTP ${status}, ${text.length} characters that are not JSON`,
    },
  )
}

function longest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other)
}

/** Across origins the header is hidden unless exposed, so the relay also states the wait in the body. */
function waitInBody(json: unknown): number | undefined {
  const waitMs = isRecord(json) ? json.retryAfterMs : undefined
  return typeof waitMs === 'number' && waitMs >= 0 ? Math.min(waitMs, maxRetryAfterMs) : undefined
}

function formOf(form: Record<string, string | undefined>): string {
  const fields = Object.entries(form).filter(
    (field): field is [string, string] => field[1] !== undefined,
  )
  return new URLSearchParams(fields).toString()
}
