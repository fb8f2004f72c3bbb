import {
  failed,
  parseLifetime,
  type ProviderContext,
  requestJson,
  succeeded,
  type TakoKitError,
  type TakoKitErrorOptions,
  type TokenOutcome,
  type TokenSet,
} from '@takokit/core'
import { pipe, safeParse, string, transform } from 'valibot'
import { redactText } from '../../redact/redactText.ts'
import { toCleanError } from '../../redact/toCleanError.ts'
import { withoutText } from '../../redact/withoutText.ts'
import { basicCredentials } from './basicCredentials.ts'
import {
  envelopeCode,
  isClientRefused,
  isTokenRefused,
  members,
  type OkAnswer,
} from './refusals.ts'

/** Names of the members in a response. The specification lets a deployment's own documents prevail. */
export interface PrivateCloudFields {
  accessToken: string
  refreshToken: string
  expiresIn: string
}

/** Names of the query parameters. */
export interface PrivateCloudParameters {
  grantType: string
  refreshToken: string
}

export const documentedFields: PrivateCloudFields = {
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  expiresIn: 'expires_in',
}

export const documentedParameters: PrivateCloudParameters = {
  grantType: 'grant_type',
  refreshToken: 'refresh_token',
}

/** One deployment, as its requests need it. */
export interface PrivateCloudDeployment {
  url: string
  clientId: string
  secrets: () => Promise<readonly string[]>
  fields: PrivateCloudFields
  parameters: PrivateCloudParameters
  isRefused: ((answer: { status: number; json: unknown }) => boolean) | undefined
}

const defaultLifetimeMs = 3_600_000
const filled = pipe(
  string(),
  transform((text) => text || undefined),
)

export async function refresh(
  context: ProviderContext,
  deployment: PrivateCloudDeployment,
  tokens: TokenSet,
): Promise<TokenOutcome> {
  const { clientId, parameters } = deployment
  let secrets: readonly string[]
  try {
    secrets = await deployment.secrets()
  } catch (cause) {
    const message = 'The private cloud’s client secret could not be fetched. Nothing was sent.'
    return failed('transient', 'provider/unavailable', message, { cause: withoutText(cause) })
  }
  const known = [...secrets, tokens.refreshToken, tokens.accessToken]
  const query = [
    [parameters.grantType, 'refresh_token'],
    [parameters.refreshToken, tokens.refreshToken ?? ''],
  ]
  const url = `${deployment.url}?${new URLSearchParams(query)}`
  let outcome: TokenOutcome | undefined
  for (const secret of secrets) {
    const authorization = basicCredentials(clientId, secret)
    const answer = await requestJson(redacting(context, [...known, authorization]), {
      url,
      headers: { authorization },
      allowServerErrors: true,
    })
    outcome = answer.type === 'ok' ? parseAnswer(answer, deployment, tokens, known) : answer
    // The deployment has the other secret (still, or already). It checks no token before the secret.
    if (answer.type !== 'ok' || !isClientRefused(answer)) break
  }
  return (
    outcome ??
    failed('transient', 'provider/unavailable', 'There is no client secret for the private cloud.')
  )
}

function parseAnswer(
  answer: OkAnswer,
  { fields, isRefused }: PrivateCloudDeployment,
  before: TokenSet,
  known: readonly (string | undefined)[],
): TokenOutcome {
  const { status, json, retryAfterMs } = answer
  const read = safeParse(members, json)
  const wire: Record<string, unknown> = read.success ? read.output : {}
  const accessToken = safeParse(filled, wire[fields.accessToken])
  const refreshToken = safeParse(filled, wire[fields.refreshToken])
  if (status < 300 && accessToken.success && accessToken.output) {
    return succeeded({
      accessToken: accessToken.output,
      // "May be absent": the old one stays valid.
      refreshToken: (refreshToken.success && refreshToken.output) || before.refreshToken,
      lifetimeMs: parseLifetime(wire[fields.expiresIn]) ?? defaultLifetimeMs,
    })
  }
  const { error, error_description: description } = wire
  const options: TakoKitErrorOptions = {
    providerCode: typeof error === 'string' ? redactText(error, known).slice(0, 60) : status,
    details: typeof description === 'string' ? description : undefined,
    retryAfterMs,
  }
  const fail = (...parameters: Parameters<typeof failed>) => {
    const outcome = failed(...parameters)
    return { ...outcome, error: toCleanError(outcome.error, known) as TakoKitError }
  }
  const code = envelopeCode(json)
  if (code !== undefined) {
    options.providerCode = code
    options.details ??= [wire.msg, wire.message].find((text) => typeof text === 'string')
  }
  const isBusy = status < 500 && code !== undefined && /^5\d\d/.test(String(code))
  if (!isRefused && isBusy)
    return fail(
      'transient',
      'provider/unavailable',
      'The private cloud could not renew the session.',
      options,
    )
  if (isRefused?.({ status, json }) ?? isTokenRefused(answer))
    return fail(
      'terminal',
      'provider/refused',
      'The private cloud refused to renew the session.',
      options,
    )
  if (isClientRefused(answer))
    return fail(
      'transient',
      'provider/unavailable',
      'The private cloud refused the client’s credentials.',
      options,
    )
  if (status >= 500)
    return fail(
      'ambiguous',
      'provider/unavailable',
      `The private cloud is out of order (HTTP ${status}).`,
      options,
    )
  return fail(
    'malformed',
    'provider/unreadable',
    'The private cloud sent an answer that cannot be read.',
    {
      ...options,
      details: options.details ?? `HTTP ${status}, JSON of an undocumented shape`,
    },
  )
}

/** Errors of `fetch` quote the URL, and here it holds the token. */
function redacting(
  context: ProviderContext,
  known: readonly (string | undefined)[],
): ProviderContext {
  return {
    ...context,
    fetch: (input, init) =>
      context.fetch(input, init).catch((cause: unknown) => {
        throw toCleanError(cause, known)
      }),
  }
}
