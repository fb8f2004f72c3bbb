import { defineProvider, succeeded, TakoKitError, type TokenSet } from '@takokit/core'
import { type JWTPayload, SignJWT } from 'jose'
import type { Address } from 'viem'
import { createSigningKeys } from './createSigningKeys.ts'
import { invalidOption } from './invalidOption.ts'
import type { IssuerProvider, SiweIssuer } from './IssuerProvider.ts'
import type { SiweIdentity, SiweIssuerOptions } from './SiweIssuerOptions.ts'

const defaultLifetimeMs = 600_000
/** Claims that say whose token it is, and for how long. */
const reserved = ['iss', 'aud', 'sub', 'sid', 'exp', 'nbf', 'iat', 'jti']

/**
 * A backend of your own, without another API: the relay itself checks signed EIP-4361 messages, and issues and renews access
 * tokens (JWT) that any API can verify by `{basePath}/jwks.json`, as {@link createTokenVerifier} does.
 *
 * @example
 * ```ts
 * import { createRelay, siweIssuer } from '@takokit/relay'
 *
 * declare const env: Record<'RELAY_SECRET' | 'SIGNING_KEY', string>
 *
 * const relay = createRelay({
 *   providers: [siweIssuer({ domain: 'dapp.example', signingKeys: env.SIGNING_KEY })],
 *   secret: env.RELAY_SECRET,
 *   origin: 'https://dapp.example',
 * })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if an option is missing or invalid.
 * @see EIP-4361; RFC 7519 (JWT), RFC 7517 (JWK).
 */
export function siweIssuer<const name extends string = 'siwe'>(
  options: SiweIssuerOptions<name>,
): IssuerProvider<name> {
  const { name = 'siwe' as name, domain, statement } = options
  const publicClients = [options.publicClient ?? []].flat()
  const clientChains = publicClients.flatMap(({ chain }) => chain?.id ?? [])
  const chainIds = options.chains ?? (clientChains.length > 0 ? clientChains : [1])
  const keys = createSigningKeys(options.signingKeys)
  check(options, { chainIds, clients: publicClients.length, clientChains: clientChains.length })

  const bind: IssuerProvider['~bind'] = ({ url, origins }) => {
    const origin = [...origins].find((one) => new URL(one).host === domain)
    if (!origin)
      throw invalidOption(
        'domain',
        `the host of one of the relay's origins, ${[...origins].join(', ')}, with its port if it has one`,
      )
    const issue: SiweIssuer['issue'] = async ({ sid, nowAt, ...identity }) => {
      const { audience = domain, lifetimeMs = defaultLifetimeMs } = options
      const [{ id, algorithm, key }] = await keys.all()
      const issuedAt = Math.floor(nowAt / 1000)
      const accessToken = await new SignJWT({ ...(await readClaims(options, identity)), sid })
        .setProtectedHeader({ alg: algorithm, kid: id, typ: 'JWT' })
        .setIssuer(url)
        .setAudience(typeof audience === 'string' ? audience : [...audience])
        .setSubject(identity.address)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + Math.floor(lifetimeMs / 1000))
        .sign(key)
      return {
        accessToken,
        refreshToken: `${sid}.${identity.chainId}`,
        lifetimeMs,
        subject: identity.address,
      }
    }
    return {
      domain,
      origin,
      statement,
      chainIds,
      publicClients,
      issue,
      secrets: keys.secrets,
      publicKeys: async () => (await keys.all()).map(({ publicKey }) => publicKey),
    }
  }
  const unbound = defineProvider({
    name,
    origins: [],
    refresh: async () => {
      throw new TakoKitError(
        'config/invalid',
        'A `siweIssuer` issues tokens only as a provider of `createRelay`.',
      )
    },
  })
  return { ...unbound, '~bind': bind }
}

/** The issuer as a provider: what another API does upstream, it does here. */
export function bindIssuer(
  provider: IssuerProvider,
  relay: Parameters<IssuerProvider['~bind']>[0],
) {
  const issuer = provider['~bind'](relay)
  return {
    ...provider,
    '~issuer': issuer,
    refresh: async (
      { now }: { now: () => number },
      session: { tokens: TokenSet; account: string },
    ) => {
      const [sid = '', chainId] = (session.tokens.refreshToken ?? '').split('.')
      const address = session.account as Address
      return succeeded(await issuer.issue({ sid, address, chainId: Number(chainId), nowAt: now() }))
    },
    // No token is issued for a session that is over. One that was issued is valid until it expires.
    revoke: async () => true,
  }
}

async function readClaims(
  { claims = {} }: Pick<SiweIssuerOptions, 'claims'>,
  identity: SiweIdentity,
): Promise<JWTPayload> {
  const given = typeof claims === 'function' ? await claims(identity) : claims
  const taken = reserved.find((name) => Object.hasOwn(given, name))
  if (taken) throw invalidOption('claims', `claims of your own; \`${taken}\` is set by the issuer`)
  return given
}

function check(
  { domain, statement, audience, lifetimeMs = defaultLifetimeMs }: SiweIssuerOptions<string>,
  given: { chainIds: readonly number[]; clients: number; clientChains: number },
): void {
  // An empty expectation would compare nothing.
  if (typeof domain !== 'string' || domain === '')
    throw invalidOption('domain', 'the host that messages are signed for, such as `dapp.example`')
  const { chainIds } = given
  if (chainIds.length === 0 || !chainIds.every((id) => Number.isSafeInteger(id) && id > 0))
    throw invalidOption('chains', 'ids of chains, one at least')
  if (given.clientChains < given.clients)
    throw invalidOption('publicClient', 'viem clients that are created with a `chain`')
  if (statement !== undefined && !/^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;= ]+$/.test(statement))
    throw invalidOption('statement', 'a sentence of the characters that EIP-4361 allows')
  const audiences = audience === undefined ? [domain] : [audience].flat()
  if (audiences.length === 0 || audiences.some((one) => typeof one !== 'string' || one === ''))
    throw invalidOption('audience', 'a text, or several')
  if (!(lifetimeMs >= 10_000 && lifetimeMs <= 86_400_000))
    throw invalidOption('lifetimeMs', 'milliseconds from 10 seconds to a day')
}
