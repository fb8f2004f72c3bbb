import { finishResponse } from '../http/finishResponse.ts'
import { issuerOf } from '../providers/siweIssuer/IssuerProvider.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'

/** The public halves of all keys that sign tokens here (RFC 7517). */
export async function jwks({ providers }: RelayEngine, { requestId }: Trace) {
  const sets = await Promise.all(
    [...providers.values()].map(async (provider) => issuerOf(provider)?.publicKeys() ?? []),
  )
  const keys = new Map(sets.flat().map((key) => [key.kid, key]))
  return finishResponse(
    { keys: [...keys.values()] },
    {
      status: 200,
      requestId,
      contentType: 'application/jwk-set+json',
      // A key that is new is published before it signs.
      headers: {
        'cache-control': 'public, max-age=300',
        'cross-origin-resource-policy': 'cross-origin',
      },
    },
  )
}
