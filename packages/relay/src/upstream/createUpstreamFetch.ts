import { type ProviderContext, TakoKitError, type TokenProvider } from '@takokit/core'
import { toCleanError } from '../redact/toCleanError.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { readBounded } from './readBounded.ts'

const allowedMethods: readonly string[] = ['POST', 'DELETE']

/**
 * The `fetch` that a provider is lent: to its own configured origins only, by the methods that token calls have, with no
 * redirect followed, and nothing of the page's request in it.
 */
export function createUpstreamFetch(
  engine: Pick<RelayEngine, 'fetch'>,
  provider: TokenProvider,
  { requestId, signal }: { requestId: string; signal: AbortSignal },
): ProviderContext['fetch'] {
  const origins = new Set(provider.origins.map((origin) => new URL(origin).origin))
  return async (input, { method = 'GET', headers, body } = {}) => {
    const { origin } = new URL(input)
    if (!origins.has(origin) || !allowedMethods.includes(method))
      throw new TakoKitError(
        'request/foreign-origin',
        `"${provider.name}" may only be asked at ${[...origins].join(', ')}.`,
      )
    const sent = new Headers(headers)
    sent.set('x-request-id', requestId)
    let response: Response
    try {
      response = await engine.fetch(input, {
        method,
        headers: sent,
        signal,
        // Not `error`, which workers do not know: what redirects is looked at below.
        redirect: 'manual',
        ...(body !== undefined && { body }),
      })
      if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
        response.body?.cancel().catch(() => {})
        throw new TakoKitError(
          'provider/unreadable',
          'The provider sent a redirect, which is not followed.',
        )
      }
      return await readBounded(response)
    } catch (cause) {
      // Errors of `fetch` quote the URL, and one provider has its token there.
      throw toCleanError(cause)
    }
  }
}
