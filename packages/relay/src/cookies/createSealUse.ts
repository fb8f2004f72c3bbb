import type { RelayConfig } from '../config/RelayConfig.ts'

/**
 * The purpose that a value is sealed for. `cookie` and `row` hold the same data but neither opens as the other: otherwise a
 * reader of the store could send a row as a cookie. A row is bound to its session too.
 */
export type SealUse = (kind: 'cookie' | 'row', provider: string, sid?: string) => string

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
  return (kind, provider, sid = '') => `takokit-relay/2 ${kind} ${sid} ${bound.get(provider)}`
}
