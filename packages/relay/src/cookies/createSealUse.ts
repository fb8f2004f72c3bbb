import type { RelayConfig } from '../config/RelayConfig.ts'

/**
 * The purpose that a value is sealed for. All kinds hold the same data but none opens as another: otherwise a reader of the
 * store could send a row as a cookie. A row is bound to its session too, and a session that waits for its page to come back
 * (`begun`) to the sign-in.
 */
export type SealUse = (kind: 'cookie' | 'row' | 'begun', provider: string, of?: string) => string

/**
 * Binds sealed values to this relay (first origin and path) and to the API that the tokens are for. The same secret elsewhere
 * opens nothing, and tokens are never sent to another API that is configured under the same name.
 */
export function createSealUse({
  relayUrl,
  providers,
}: Pick<RelayConfig, 'relayUrl' | 'providers'>): SealUse {
  const bound = new Map(
    [...providers.values()].map(({ name, origins }) => {
      const upstream = new Set(origins.map((origin) => new URL(origin).origin))
      return [name, JSON.stringify([relayUrl, name, ...[...upstream].sort()])] as const
    }),
  )
  return (kind, provider, of = '') => `takokit-relay/2 ${kind} ${of} ${bound.get(provider)}`
}
