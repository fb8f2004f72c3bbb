import type { ProviderContext } from '../../types/TokenProvider.ts'
import { type JsonAnswer, requestJson } from '../requestJson.ts'
import { withoutSlash } from '../withoutSlash.ts'
import type { SiweEndpoints, SiweOptions } from './SiweOptions.ts'

const usual = {
  challenge: { path: '/challenge', method: 'POST' },
  verify: { path: '/verify', method: 'POST' },
  refresh: { path: '/refresh', method: 'POST' },
  session: { path: '/session', method: 'GET' },
  signOut: { path: '/sign-out', method: 'POST' },
} as const satisfies Record<keyof SiweEndpoints, unknown>

export interface SendOptions {
  /** An answer that is not JSON is a nonce. */
  isText?: boolean | undefined
  /** An answer without a body is one. */
  mayBeEmpty?: boolean | undefined
  accessToken?: string | undefined
}

/** Sends a call to the backend, by its own path, method and fields. */
export function send(
  context: ProviderContext,
  { url = '/', endpoints = {} }: SiweOptions<string>,
  call: keyof SiweEndpoints,
  fields: object,
  { isText = false, mayBeEmpty = false, accessToken }: SendOptions = {},
): Promise<JsonAnswer> {
  const own = endpoints[call]
  // An empty path is that of `url` itself.
  const named = own === undefined || own === false ? usual[call] : own
  const endpoint = typeof named === 'string' ? { path: named } : named
  const { path, method = usual[call].method, body } = { body: undefined, ...endpoint }
  const all = { ...body, ...fields }
  const read = (text: string): unknown =>
    // A nonce of digits would be read as a number.
    isText && /^\s*\w+\s*$/.test(text) ? { nonce: text.trim() } : JSON.parse(text || '{}')
  return requestJson(context, {
    url: withoutSlash(url) + path,
    method,
    headers: accessToken ? { authorization: `Bearer ${accessToken}` } : undefined,
    body: method === 'GET' || Object.keys(all).length === 0 ? undefined : all,
    read: isText || mayBeEmpty ? read : undefined,
  })
}
