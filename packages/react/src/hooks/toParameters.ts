import type { ProviderName } from '@takokit/core'

/** Expands a provider's name to `{ provider }`. */
export function toParameters<parameters extends { provider?: ProviderName | undefined }>(
  given: ProviderName | parameters,
): parameters {
  return typeof given === 'string' ? ({ provider: given } as parameters) : given
}
