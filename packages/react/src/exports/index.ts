export type { AccountChangePolicy } from '../auth/AccountChangePolicy.ts'
export { AuthProvider, type AuthProviderProps } from '../ui/AuthProvider.tsx'
export type { DialogContainer } from '../auth/DialogContainer.ts'
export type { InitialSession } from '../auth/InitialSession.ts'
export { RequireAuth, type RequireAuthProps } from '../session/RequireAuth.tsx'
export type { SignInMode } from '../flow/Flow.ts'
export type { OpenChangeReason } from '../flow/FlowState.ts'
export type { SignInStatus } from '../flow/SignInStatus.ts'
export type { MutationOptions } from '../hooks/MutationOptions.ts'
export {
  useAuthClient,
  type UseAuthClientParameters,
  type UseAuthClientReturnType,
} from '../hooks/useAuthClient.ts'
export {
  useAuthFetch,
  type UseAuthFetchParameters,
  type UseAuthFetchReturnType,
} from '../hooks/useAuthFetch.ts'
export {
  useAuthToken,
  type UseAuthTokenReturnType,
} from '../hooks/useAuthToken.ts'
export type { UseAuthTokenParameters } from '../hooks/UseAuthTokenParameters.ts'
export {
  useRequireAuth,
  type UseRequireAuthParameters,
  type UseRequireAuthReturnType,
} from '../hooks/useRequireAuth.ts'
export {
  useSession,
  type UseSessionParameters,
  type UseSessionReturnType,
} from '../hooks/useSession.ts'
export {
  useSessionQuery,
  type UseSessionQueryParameters,
  type UseSessionQueryReturnType,
} from '../hooks/useSessionQuery.ts'
export {
  useSessions,
  type UseSessionsParameters,
  type UseSessionsReturnType,
} from '../hooks/useSessions.ts'
export {
  type SignInData,
  type SignInVariables,
  useSignIn,
  type UseSignInParameters,
  type UseSignInReturnType,
} from '../hooks/useSignIn.ts'
export {
  type SignOutData,
  type SignOutVariables,
  useSignOut,
  type UseSignOutParameters,
  type UseSignOutReturnType,
} from '../hooks/useSignOut.ts'
export {
  type StartSessionData,
  type StartSessionVariables,
  useStartSession,
  type UseStartSessionParameters,
  type UseStartSessionReturnType,
} from '../hooks/useStartSession.ts'
export type { MenuChangeReason } from '../session/SessionContext.ts'
export * as Session from './sessionParts.ts'
export * as SignIn from './signInParts.ts'
export type { Locale, LocaleOption } from '../strings/Locale.ts'
export { pseudoStrings } from '../strings/pseudoStrings.ts'
export type { StringOverrides, Strings } from '../strings/Strings.ts'
export { TakoSignIn, type TakoSignInProps } from '../ui/TakoSignIn.tsx'
export type { WalletConnector, WalletOption } from '../wagmi/WalletOption.ts'
