import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose'
import { type Address, isAddress } from 'viem'
import { TakoKitError } from '@takokit/core'
import { toRequestHead } from './http/toRequestHead.ts'
import { RelayRefusal } from './types/RelayRefusal.ts'
import type { RequestSource } from './types/RequestSource.ts'

export interface CreateTokenVerifierParameters {
  /** The relay's first origin and `basePath`, as in the tokens: `https://dapp.example/auth`. */
  issuer: string
  /** This API, as `siweIssuer` names it: its `audience`, by default its `domain`. */
  audience: string | readonly string[]
  /** Fetches the issuer's keys. Default: the platform's. */
  fetch?: ((input: string, init: RequestInit) => Promise<Response>) | undefined
  /** How far the clocks of issuer and API may differ, milliseconds. Default: 5000. */
  clockToleranceMs?: number | undefined
  /** The wall clock, epoch milliseconds. */
  now?: (() => number) | undefined
}

/** Who sent a request. */
export interface VerifiedToken {
  address: Address
  /** The session that the token belongs to. */
  sid: string
  /** Epoch milliseconds. */
  expiresAt: number
  /** All claims of the token, those of `claims` of `siweIssuer` among them. */
  claims: Readonly<JWTPayload>
}

/** Verifies the tokens of requests. */
export interface TokenVerifier {
  /** @throws {RelayRefusal} 401 without a valid token; 503 if the issuer's keys cannot be fetched. */
  verify: (request: RequestSource) => Promise<VerifiedToken>
}

/**
 * Verifies access tokens of {@link siweIssuer} in an API of your own, wherever it runs: by the issuer's public keys, which are
 * fetched once and again when a new one is used.
 *
 * @example
 * ```ts
 * import { createTokenVerifier } from '@takokit/relay'
 *
 * const verifier = createTokenVerifier({ issuer: 'https://dapp.example/auth', audience: 'dapp.example' })
 *
 * export async function GET(request: Request) {
 *   const { address } = await verifier.verify(request)
 *   return Response.json({ hello: address })
 * }
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if the issuer or the audience is missing.
 * @see RFC 6750 (Bearer), RFC 7519 (JWT), RFC 8725 (best current practices).
 */
export function createTokenVerifier(parameters: CreateTokenVerifierParameters): TokenVerifier {
  const { issuer, now = () => Date.now(), clockToleranceMs = 5_000 } = parameters
  const audience = checkAudience(parameters.audience)
  const keys = createRemoteJWKSet(keysOf(issuer), {
    [customFetch]: parameters.fetch ?? ((input, init) => fetch(input, init as RequestInit)),
  })

  return {
    async verify(source) {
      const { headers } = toRequestHead(source, new Set([issuer]))
      const [, token] =
        /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(headers.get('authorization') ?? '') ?? []
      if (token === undefined) throw refuse('The request has no access token.')
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience,
          algorithms: ['EdDSA', 'ES256'],
          requiredClaims: ['sub', 'sid', 'exp', 'iat'],
          clockTolerance: clockToleranceMs / 1000,
          currentDate: new Date(now()),
        })
        return toVerified(payload)
      } catch (error) {
        throw toRefusal(error)
      }
    },
  }
}

function toVerified(claims: JWTPayload): VerifiedToken {
  const { sub, sid, exp = 0 } = claims
  if (!sub || !isAddress(sub, { strict: false }) || typeof sid !== 'string')
    throw refuse('The access token names no account.', 'invalid_token')
  return { address: sub, sid, expiresAt: exp * 1000, claims }
}

/** Errors of `jose` say which check failed, and quote no token. */
function toRefusal(error: unknown): RelayRefusal {
  if (error instanceof RelayRefusal) return error
  if (error instanceof errors.JWTExpired)
    return refuse('The access token has expired.', 'invalid_token', error)
  const isAboutToken =
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC'
  if (isAboutToken) return refuse('The access token is not valid here.', 'invalid_token', error)
  const title = 'The keys of the issuer could not be fetched. Try again.'
  return new RelayRefusal(503, 'provider/unavailable', title, { retryAfterMs: 2_000, cause: error })
}

function refuse(title: string, problem?: 'invalid_token', cause?: unknown): RelayRefusal {
  const challenge = problem ? `Bearer error="${problem}", error_description="${title}"` : 'Bearer'
  return new RelayRefusal(401, 'request/unauthorized', title, {
    headers: { 'www-authenticate': challenge },
    ...(cause !== undefined && { cause }),
  })
}

function keysOf(issuer: string): URL {
  const url = typeof issuer === 'string' && URL.canParse(issuer) ? new URL(issuer) : undefined
  const isLoopback = url && /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback)
  if (!isSafe || issuer.endsWith('/'))
    throw invalid(
      'issuer',
      "the relay's first origin and `basePath`, without a slash at the end, by https",
    )
  return new URL(`${issuer}/jwks.json`)
}

/** An empty expectation would compare nothing. */
function checkAudience(audience: string | readonly string[]): string[] {
  const all: unknown[] = [audience].flat()
  if (all.length === 0 || all.some((one) => typeof one !== 'string' || one === ''))
    throw invalid('audience', 'what the tokens of this API name, such as the issuer’s `domain`')
  return all as string[]
}

function invalid(field: string, expects: string): TakoKitError {
  return new TakoKitError('config/invalid', `createTokenVerifier: \`${field}\` expects ${expects}.`)
}
