import { issuerOf } from '../providers/siweIssuer/IssuerProvider.ts'
import type { RelayEngine } from '../RelayEngine.ts'

/** Renewals that are due, those that an outage has kept waiting, renewals ahead of time, and sign-ins. */
type Share = 'due' | 'ramp' | 'early' | 'sign-in'

/**
 * Counts one request to a provider against its allowance. Returns how long to wait, 0 if it may be sent.
 *
 * Renewals that are due are counted, so that the others make way, and never wait: the provider itself says when it is too much.
 * Only after an outage, when all sessions are due at once, they wait for what is left of the whole allowance.
 * Half of the allowance may come at once, for sign-ins. Renewals ahead of time have a third of their own beyond that, so that
 * neither a flood of them nor one of sign-ins keeps the other out.
 */
export async function takeShare(
  { rateLimits, store, providers }: Pick<RelayEngine, 'rateLimits' | 'store' | 'providers'>,
  provider: string,
  share: Share,
): Promise<number> {
  const issuing = providers.get(provider)
  // There is nobody to spare where the relay issues the tokens itself.
  if (!rateLimits || (issuing && issuerOf(issuing))) return 0
  const { requests, perMs } = rateLimits.provider
  const [half, third] = [Math.max(1, requests / 2), Math.max(1, requests / 3)]
  const take = (name: string, limit: { requests: number; burst: number }) =>
    store.take(`limit:${name}:${provider}`, { ...limit, perMs })
  if (share === 'ramp') return take('provider', { requests, burst: requests })
  if (share === 'sign-in') return take('provider', { requests, burst: half })
  if (share === 'early') {
    const waitMs = await take('early', { requests: third, burst: third })
    return waitMs || take('provider', { requests, burst: half + third })
  }
  await take('provider', { requests, burst: half })
  return 0
}
