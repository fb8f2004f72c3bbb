import type { TokenProvider, TokenSet } from '@takokit/core'
import type { JWK } from 'jose'
import type { Client } from 'viem'
import type { SiweIdentity } from './SiweIssuerOptions.ts'

/** What the relay does as an issuer, for one provider. */
export interface SiweIssuer {
  domain: string
  /** The origin that messages are signed at. */
  origin: string
  statement: string | undefined
  chainIds: readonly number[]
  publicClients: readonly Client[]
  issue: (session: SiweIdentity & { sid: string; nowAt: number }) => Promise<TokenSet>
  publicKeys: () => Promise<readonly JWK[]>
  /** The private keys that are known now. Texts are redacted with them. */
  secrets: () => readonly string[]
}

/** A provider whose tokens the relay issues itself. */
export interface IssuerProvider<name extends string = string> extends TokenProvider<name> {
  /** Its issuer at a relay. */
  readonly '~bind': (relay: { url: string; origins: ReadonlySet<string> }) => SiweIssuer
}

/** A provider that is bound to its relay. */
interface BoundProvider extends TokenProvider {
  readonly '~issuer': SiweIssuer
}

export function isIssuerProvider(provider: TokenProvider): provider is IssuerProvider {
  return '~bind' in provider
}

/** The issuer behind a relay's provider; `undefined` if another API issues its tokens. */
export function issuerOf(provider: TokenProvider): SiweIssuer | undefined {
  return '~issuer' in provider ? (provider as BoundProvider)['~issuer'] : undefined
}
