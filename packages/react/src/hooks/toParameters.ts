import type { ProviderName } from '@takokit/core'

/** A provider's name alone stands for `{ provider }`. */
export function toParameters<parameters extends { provider?: ProviderName | undefined }>(
  given: ProviderName | parameters,
): parameters {
  return typeof given === 'string' ? ({ provider: given } as parameters) : given
}
