import { jwtLifetime, jwtSubject, parseLifetime } from '../../tokens/tokenLifetime.ts'
import type { ChallengeOutcome } from '../../types/Challenge.ts'
import type { TokenOutcome } from '../../types/TokenOutcome.ts'
import type { ChallengeContext, ProviderContext, SignedMessage } from '../../types/TokenProvider.ts'
import type { TokenSet } from '../../types/TokenSet.ts'
import { isRecord } from '../../utils/isRecord.ts'
import { failed } from '../failed.ts'
import type { JsonAnswer } from '../requestJson.ts'
import { unreadable } from '../unreadable.ts'
import { readField } from './readField.ts'
import { send } from './send.ts'
import type { SiweOptions } from './SiweOptions.ts'

type Options = SiweOptions<string>
type Answer = Extract<JsonAnswer, { type: 'ok' }>

const hour = 3_600_000
const nonceForm = /^[A-Za-z0-9]{8,250}$/

export async function challenge(
  context: ChallengeContext,
  options: Options,
): Promise<ChallengeOutcome> {
  const answer = await send(context, options, 'challenge', {}, { isText: true })
  if (answer.type !== 'ok') return answer
  const { status, json } = answer
  const { fields = {} } = options
  const nonce = readField(json, fields.nonce, 'nonce')
  const message = readField(json, fields.message, 'message')
  const isKnown =
    typeof message === 'string' || (typeof nonce === 'string' && nonceForm.test(nonce))
  if (status < 400 && isKnown) {
    const rest = isRecord(json) ? json : {}
    const lifetimeMs = typeof rest.expiresInMs === 'number' ? rest.expiresInMs : undefined
    return { type: 'ok', challenge: { ...rest, nonce, message }, lifetimeMs }
  }
  return status < 400 || status >= 500
    ? unreadable(status)
    : failed(
        'terminal',
        'provider/bad-request',
        `The backend issued no challenge (HTTP ${status}).`,
      )
}

export async function exchange(
  context: ProviderContext,
  options: Options,
  { address, message, signature }: SignedMessage,
): Promise<TokenOutcome> {
  const { fields = {} } = options
  const body = {
    [fields.message ?? 'message']: message,
    [fields.signature ?? 'signature']: signature,
    ...(fields.address === undefined ? {} : { [fields.address]: address }),
  }
  const answer = await send(context, options, 'verify', body, { mayBeEmpty: isCookie(options) })
  if (answer.type !== 'ok') return answer
  const { status, json } = answer
  const isDenied = isRecord(json) && (json.ok === false || json.success === false)
  if (status < 400 && !isDenied) return readTokens(context, options, answer)
  if (status >= 500) return unreadable(status)
  const details = wordsOf(json)
  // The backend's own words decide whether a new challenge helps: there is no common code.
  if (/nonce|challenge|expired|replay|not yet valid/i.test(details))
    return failed(
      'terminal',
      'provider/message-expired',
      'The challenge is not valid any more. Sign in again.',
      { details },
    )
  const isSignature = status === 401 || status === 403 || isDenied
  return isSignature
    ? failed('terminal', 'provider/signature-refused', 'The backend refused the signature.', {
        details,
        providerCode: status,
      })
    : failed('terminal', 'provider/bad-request', 'The backend refused the request.', {
        details,
        providerCode: status,
      })
}

export async function refresh(
  context: ProviderContext,
  options: Options,
  { tokens, account }: { tokens: TokenSet; account: string },
): Promise<TokenOutcome> {
  if (!isCookie(options) && !tokens.refreshToken) return notRenewable(context, tokens)
  const { fields = {} } = options
  const answer = isCookie(options)
    ? await send(context, options, 'session', {})
    : await send(context, options, 'refresh', {
        [fields.refreshToken ?? 'refreshToken']: tokens.refreshToken,
      })
  if (answer.type !== 'ok') return answer
  const { status, json } = answer
  if (status === 401 || status === 403 || (isCookie(options) && status < 400 && isNobody(json)))
    return signedOut()
  if (status >= 400 && status < 500)
    return readField(json, undefined, 'error') === 'invalid_grant'
      ? signedOut()
      : failed(
          'transient',
          'provider/bad-request',
          `The backend refused the request, not the session (HTTP ${status}).`,
        )
  const outcome = readTokens(context, options, answer)
  const subject = outcome.type === 'ok' && outcome.tokens.subject
  // The browser's cookie belongs to another account by now.
  return isCookie(options) && account && subject && subject.toLowerCase() !== account.toLowerCase()
    ? signedOut()
    : outcome
}

export async function signOut(
  context: ProviderContext,
  options: Options,
  { accessToken, refreshToken }: TokenSet,
): Promise<boolean> {
  const { fields = {} } = options
  const answer = await send(
    context,
    options,
    'signOut',
    refreshToken ? { [fields.refreshToken ?? 'refreshToken']: refreshToken } : {},
    { mayBeEmpty: true, accessToken: accessToken || undefined },
  )
  return answer.type === 'ok' && answer.status < 400
}

const isCookie = ({ session }: Options) => session === 'cookie'

/** `null`, `{}` and `{ "user": null }`: an answer at 200 that names nobody. */
function isNobody(json: unknown): boolean {
  return isRecord(json) ? Object.values(json).every((value) => !value) : json === null
}

function signedOut(): TokenOutcome {
  return failed(
    'terminal',
    'provider/refused',
    'The backend has no session of this account any more.',
  )
}

/** Without a refresh token, a session lasts as long as its access token. */
function notRenewable({ now }: ProviderContext, { refreshExpiresAt = 0 }: TokenSet): TokenOutcome {
  const retryAfterMs = refreshExpiresAt - now()
  return retryAfterMs > 0
    ? failed('transient', 'provider/unavailable', 'The backend gave no refresh token.', {
        retryAfterMs,
      })
    : signedOut()
}

function readTokens(
  context: ProviderContext,
  options: Options,
  { status, json }: Answer,
): TokenOutcome {
  const { fields = {} } = options
  const token = readField(json, fields.accessToken, 'accessToken', 'access_token', 'token')
  const accessToken = isCookie(options) ? '' : token
  if (!isRecord(json) || typeof accessToken !== 'string' || (!isCookie(options) && !accessToken))
    return unreadable(status)
  const refreshToken = readField(json, fields.refreshToken, 'refreshToken', 'refresh_token')
  const stated = readField(json, fields.expiresIn, 'expiresIn', 'expires_in')
  const lifetimeMs = parseLifetime(stated) ?? jwtLifetime(accessToken) ?? options.lifetimeMs ?? hour
  const subject =
    addressIn(readField(json, fields.subject, 'address')) ?? addressIn(jwtSubject(accessToken))
  const isRenewable = typeof refreshToken === 'string' && refreshToken !== ''
  return {
    type: 'ok',
    tokens: {
      accessToken,
      lifetimeMs,
      subject,
      ...(isRenewable ? { refreshToken } : {}),
      ...(isRenewable || isCookie(options) ? {} : { refreshExpiresAt: context.now() + lifetimeMs }),
    },
  }
}

/** A subject may be a user's id, which says nothing about the account; an address may stand at the end of a CAIP-10 name. */
function addressIn(value: unknown): string | undefined {
  return typeof value === 'string' ? /0x[0-9a-fA-F]{40}$/.exec(value)?.[0] : undefined
}

/** What the backend says, without values that may repeat what was sent. */
function wordsOf(json: unknown): string {
  if (!isRecord(json)) return ''
  const error = isRecord(json.error) ? json.error : json
  return [error.code, json.error, error.error, error.message, json.message]
    .filter((word) => typeof word === 'string')
    .join(' ')
    .slice(0, 200)
}
