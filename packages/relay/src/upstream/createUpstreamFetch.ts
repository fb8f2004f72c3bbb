import { type ProviderContext, TakoKitError, type TokenProvider } from '@takokit/core'
import { receivedSecrets, sentSecrets } from '../redact/sentSecrets.ts'
import { toCleanError } from '../redact/toCleanError.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { CallSecrets } from './createCallSecrets.ts'
import { readBounded } from './readBounded.ts'

const allowedMethods: readonly string[] = ['POST', 'DELETE']

export interface UpstreamFetchParameters {
  requestId: string
  signal: AbortSignal
  secrets: CallSecrets
}

/**
 * The `fetch` of a provider: limited to its configured origins and to the methods of token calls, without
 * redirects, and with nothing of the page's request. What is sent and received is recorded in `secrets`, to clean errors of
 * it.
 */
export function createUpstreamFetch(
  engine: Pick<RelayEngine, 'fetch'>,
  provider: TokenProvider,
  { requestId, signal, secrets }: UpstreamFetchParameters,
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
    secrets.note(() => sentSecrets(input, sent, body))
    let response: Response
    try {
      response = await engine.fetch(input, {
        method,
        headers: sent,
        signal,
        // Workers do not know `error`. Redirects are rejected below.
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
      const { answer, bytes } = await readBounded(response)
      secrets.note(() => receivedSecrets(new TextDecoder().decode(bytes)))
      return answer
    } catch (cause) {
      // Errors of `fetch` quote the URL, and one provider has its token there.
      throw toCleanError(cause, secrets.all())
    }
  }
}
