import { TakoKitError, type TokenProvider } from '@takokit/core'
import type { RelayEngine } from '../RelayEngine.ts'

/** @throws {TakoKitError} `config/unknown-provider`. */
export function findProvider(
  { providers }: Pick<RelayEngine, 'providers'>,
  name: string,
): TokenProvider {
  const provider = providers.get(name)
  if (provider) return provider
  throw new TakoKitError(
    'config/unknown-provider',
    `There is no provider "${name}". This relay has: ${[...providers.keys()].join(', ')}.`,
  )
}
