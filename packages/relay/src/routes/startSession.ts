import { readIssuedTokens, TakoKitError } from '@takokit/core'
import { finishResponse } from '../http/finishResponse.ts'
import type { RelayAnswer } from '../http/RelayAnswer.ts'
import { issuerOf } from '../providers/siweIssuer/IssuerProvider.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { beginSession } from '../session/beginSession.ts'
import type { StartRelaySessionParameters } from '../types/Relay.ts'
import { findProvider } from './findProvider.ts'

/** Takes over a token pair that the application's own server obtained: 204 with the session's cookie, and no token in it. */
export async function startSession(
  engine: RelayEngine,
  parameters: StartRelaySessionParameters & { request: Request; trace: Trace },
): Promise<RelayAnswer> {
  const { request, trace } = parameters
  const provider = findProvider(engine, parameters.provider)
  if (issuerOf(provider))
    throw new TakoKitError(
      'config/invalid',
      `"${provider.name}" issues its tokens itself, for a signed message. It takes over none.`,
    )
  const nowAt = engine.now()
  const { tokens, spentMs } = readIssuedTokens({
    issued: parameters.tokens,
    nowAt,
    defaultLifetimeMs: provider.defaultLifetimeMs,
  })
  const account = parameters.account ?? tokens.subject ?? 'default'
  if (account === '' || account.length > 256)
    throw new TakoKitError('config/invalid', '`account` needs 1 to 256 characters.')
  const { cookies } = await beginSession(engine, {
    provider,
    account,
    tokens,
    requestedAt: nowAt - spentMs,
    request,
    trace,
  })
  return finishResponse(undefined, { status: 204, requestId: trace.requestId, cookies })
}
