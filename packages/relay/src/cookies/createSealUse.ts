import type { RelayConfig } from '../config/RelayConfig.ts'

/**
 * What something is sealed for: `cookie` and `row` hold the same, and neither opens as the other, or who reads the store
 * could present what lies there. A row is bound to its session too.
 */
export type SealUse = (kind: 'cookie' | 'row', provider: string, sid?: string) => string

/**
 * Binds what is sealed to this relay, by its first origin and its path, and to the API that the tokens are for. The same
 * secret elsewhere opens nothing, and the tokens of an API are never sent to another that is configured under its name.
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
