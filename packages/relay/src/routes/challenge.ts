import { object } from 'valibot'
import { finishResponse } from '../http/finishResponse.ts'
import { readBody } from '../http/readBody.ts'
import { issuerOf } from '../providers/siweIssuer/IssuerProvider.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { createRev } from '../session/createRev.ts'
import { keepBrowserId } from '../signIn/challengeCookie.ts'
import { challengeKey, challengeMs, digestOf } from '../signIn/challengeRow.ts'
import type { RouteParameters } from './RouteParameters.ts'

const challengeBody = object({})
/** 128 bits, as the letters and digits that EIP-4361 allows. */
const nonceBytes = 16

/** Issues a challenge to this browser: a nonce that one message may hold, once, and what else the message must say. */
export async function challenge(engine: RelayEngine, parameters: RouteParameters) {
  const { provider, request, trace } = parameters
  const issuer = issuerOf(provider)
  if (!issuer) throw new TypeError('A route without an issuer.')
  await readBody(engine, parameters, challengeBody)
  const { browserId, cookie } = keepBrowserId(engine, provider.name, request)
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(nonceBytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  await engine.store.write(challengeKey(provider.name, nonce), {
    expected: undefined,
    rev: createRev(),
    value: `issued ${await digestOf(browserId)}`,
    ttlMs: challengeMs,
  })
  const { domain, origin: uri, statement, chainIds } = issuer
  return finishResponse(
    { nonce, domain, uri, statement, chainIds, expiresInMs: challengeMs },
    { status: 200, requestId: trace.requestId, cookies: [cookie] },
  )
}
