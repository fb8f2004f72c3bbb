export {
  authFetch,
  type AuthFetchParameters,
  type AuthFetchReturnType,
} from '../actions/authFetch.ts'
export {
  cancelSignIn,
  type CancelSignInParameters,
  type CancelSignInReturnType,
} from '../actions/cancelSignIn.ts'
export {
  getAuthToken,
  type GetAuthTokenParameters,
  type GetAuthTokenReturnType,
} from '../actions/getAuthToken.ts'
export {
  getSession,
  type GetSessionParameters,
  type GetSessionReturnType,
} from '../actions/getSession.ts'
export { getSessions, type GetSessionsReturnType } from '../actions/getSessions.ts'
export {
  prepareSignIn,
  type PrepareSignInParameters,
  type PrepareSignInReturnType,
} from '../actions/prepareSignIn.ts'
export {
  refreshSession,
  type RefreshSessionParameters,
  type RefreshSessionReturnType,
} from '../actions/refreshSession.ts'
export {
  restoreSession,
  type RestoreSessionParameters,
  type RestoreSessionReturnType,
} from '../actions/restoreSession.ts'
export {
  signIn,
  type SignInErrorType,
  type SignInParameters,
  type SignInReturnType,
} from '../actions/signIn.ts'
export { signOut, type SignOutParameters, type SignOutReturnType } from '../actions/signOut.ts'
export {
  startSession,
  type StartSessionParameters,
  type StartSessionReturnType,
} from '../actions/startSession.ts'
export {
  switchAccount,
  type SwitchAccountParameters,
  type SwitchAccountReturnType,
} from '../actions/switchAccount.ts'
export { toSession } from '../actions/toSession.ts'
export {
  watchSession,
  type WatchSessionParameters,
  type WatchSessionReturnType,
} from '../actions/watchSession.ts'
export {
  type AuthClient,
  createAuthClient,
  type CreateAuthClientParameters,
} from '../createAuthClient.ts'
export type { ErrorCode } from '../errors/ErrorCode.ts'
export { TakoKitError, type TakoKitErrorOptions } from '../errors/TakoKitError.ts'
export {
  createTakoMessage,
  type CreateTakoMessageParameters,
} from '../message/createTakoMessage.ts'
export { parseTakoMessage, type ParsedTakoMessage } from '../message/parseTakoMessage.ts'
export { browserPlatform } from '../platform/browserPlatform.ts'
export { cloudreve, type CloudreveOptions } from '../providers/cloudreve/cloudreve.ts'
export { checkSubject } from '../providers/checkSubject.ts'
export { defineProvider } from '../providers/defineProvider.ts'
export { failed } from '../providers/failed.ts'
export { oauthFailed } from '../providers/oauthFailed.ts'
export { relayed, type RelayedOptions } from '../providers/relayed/relayed.ts'
export { type JsonAnswer, type JsonRequest, requestJson } from '../providers/requestJson.ts'
export { siwe } from '../providers/siwe/siwe.ts'
export type {
  SiweEndpoint,
  SiweEndpoints,
  SiweFields,
  SiweOptions,
} from '../providers/siwe/SiweOptions.ts'
export { succeeded } from '../providers/succeeded.ts'
export { tako, type TakoOptions } from '../providers/tako/tako.ts'
export { talkstack, type TalkstackOptions } from '../providers/talkstack/talkstack.ts'
export type { QueryClientLike } from '../queries/QueryClientLike.ts'
export {
  type QueryPersisterLike,
  scopeQueries,
  type ScopeQueriesParameters,
} from '../queries/scopeQueries.ts'
export {
  type PersisterLike,
  sessionPersister,
  type SessionPersisterParameters,
} from '../queries/sessionPersister.ts'
export {
  type SessionQueryContext,
  type SessionQueryKey,
  sessionQueryOptions,
  type SessionQueryOptions,
  type SessionQueryParameters,
} from '../queries/sessionQueryOptions.ts'
export type { EngineOptions } from '../refresh/EngineOptions.ts'
export { toWalletError } from '../signer/toWalletError.ts'
export { memoryStorage } from '../storage/memoryStorage.ts'
export { vaultStorage } from '../storage/vaultStorage.ts'
export { webStorage } from '../storage/webStorage.ts'
export { parseLifetime } from '../tokens/tokenLifetime.ts'
export { readIssuedTokens, type ReadIssuedTokensParameters } from '../tokens/readIssuedTokens.ts'
export type { AuthEvent } from '../types/AuthEvent.ts'
export type { Channel, Locks, PageEvent, Platform, TabMessage } from '../types/Platform.ts'
export type { ChallengeOutcome } from '../types/Challenge.ts'
export type { IssuedTokens } from '../types/IssuedTokens.ts'
export type { ProviderName, Register } from '../types/Register.ts'
export type { RefreshAttempt, SessionRecord, Tombstone } from '../types/SessionRecord.ts'
export type { Revoked } from '../types/Revoked.ts'
export type { SessionParameters } from '../types/SessionParameters.ts'
export type { Session, SessionSnapshot } from '../types/SessionSnapshot.ts'
export type {
  RefreshStatus,
  SessionReason,
  SessionStatus,
  SignInStep,
} from '../types/SessionStatus.ts'
export type {
  AuthStorage,
  BudgetRow,
  SessionRows,
  SessionStore,
  StoredSession,
} from '../types/SessionStore.ts'
export type { Signer } from '../types/Signer.ts'
export type { TokenOutcome } from '../types/TokenOutcome.ts'
export type {
  ChallengeContext,
  MessageParameters,
  ProviderContext,
  RateBudget,
  SignedMessage,
  TokenProvider,
} from '../types/TokenProvider.ts'
export type { TokenSet } from '../types/TokenSet.ts'
export { isSameSession } from '../utils/isSameSession.ts'
