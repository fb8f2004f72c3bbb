export { createRelay } from '../createRelay.ts'
export {
  createTokenVerifier,
  type CreateTokenVerifierParameters,
  type TokenVerifier,
  type VerifiedToken,
} from '../createTokenVerifier.ts'
export { consoleLogger } from '../log/consoleLogger.ts'
export {
  privateCloud,
  type PrivateCloudOptions,
} from '../providers/privateCloud/privateCloud.ts'
export type { PrivateCloudFields, PrivateCloudParameters } from '../providers/privateCloud/wire.ts'
export type { RedactedError } from '../redact/redactError.ts'
export { siweIssuer } from '../providers/siweIssuer/siweIssuer.ts'
export type { IssuerProvider } from '../providers/siweIssuer/IssuerProvider.ts'
export type {
  SigningKey,
  SigningKeySource,
  SiweIdentity,
  SiweIssuerOptions,
} from '../providers/siweIssuer/SiweIssuerOptions.ts'
export { memoryStore } from '../stores/memoryStore.ts'
export type { RateLimits } from '../types/RateLimits.ts'
export type {
  GetRelaySessionParameters,
  GetRelayTokenParameters,
  Relay,
  StartRelaySessionParameters,
} from '../types/Relay.ts'
export type { RelayContext } from '../types/RelayContext.ts'
export type { RelayErrorCode } from '../types/RelayErrorCode.ts'
export type { RelayLogEntry, RelayLogger } from '../types/RelayLogEntry.ts'
export type { RelayMetric } from '../types/RelayMetric.ts'
export type { RelayOptions } from '../types/RelayOptions.ts'
export type { RateLimit, RelayStore, StoredRow } from '../types/RelayStore.ts'
export { RelayRefusal, type RelayRefusalOptions } from '../types/RelayRefusal.ts'
export type { RelayTiming } from '../types/RelayTiming.ts'
export type { PlainHeaders, RequestSource } from '../types/RequestSource.ts'
export type { RequestHead } from '../types/RequestHead.ts'
export type { SecretSource } from '../types/SecretSource.ts'
export type { SignedInSession, SignedInToken } from '../types/SignedInSession.ts'
export type { SignInRules } from '../types/SignInRules.ts'
export type { EndReason } from '../types/SessionRow.ts'
