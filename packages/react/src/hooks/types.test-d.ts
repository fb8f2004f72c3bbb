import type { Session, TakoKitError } from '@takokit/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { expectTypeOf, test } from 'vitest'
import type {
  AuthProviderProps,
  UseAuthFetchParameters,
  UseAuthFetchReturnType,
  UseAuthTokenParameters,
  UseAuthTokenReturnType,
  UseRequireAuthParameters,
  UseRequireAuthReturnType,
  UseSessionParameters,
  UseSessionReturnType,
  UseSignInParameters,
  UseSignInReturnType,
  UseStartSessionReturnType,
} from '../exports/index.ts'
import type { useAuthFetch } from './useAuthFetch.ts'
import type { useAuthToken } from './useAuthToken.ts'
import type { useRequireAuth } from './useRequireAuth.ts'
import type { useSession } from './useSession.ts'
import type { useSignIn } from './useSignIn.ts'
import type { useSignOut } from './useSignOut.ts'
import type { useStartSession } from './useStartSession.ts'

test('useAuthToken: a name, options, or nothing', () => {
  expectTypeOf<typeof useAuthToken>()
    .parameter(0)
    .toEqualTypeOf<string | UseAuthTokenParameters | undefined>()
  expectTypeOf<UseAuthTokenReturnType['token']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<UseAuthTokenReturnType['getToken']>().returns.resolves.toBeString()
  expectTypeOf<UseAuthTokenReturnType['refreshStatus']>().toEqualTypeOf<
    'idle' | 'refreshing' | 'retrying'
  >()
})

test('every hook about a session: a name, options, or nothing', () => {
  expectTypeOf<typeof useSession>()
    .parameter(0)
    .toEqualTypeOf<string | UseSessionParameters | undefined>()
  expectTypeOf<typeof useAuthFetch>()
    .parameter(0)
    .toEqualTypeOf<string | UseAuthFetchParameters | undefined>()
  expectTypeOf<typeof useRequireAuth>()
    .parameter(0)
    .toEqualTypeOf<string | UseRequireAuthParameters | undefined>()
  expectTypeOf<typeof useSignIn>().toBeCallableWith('tako')
  expectTypeOf<typeof useSignOut>().toBeCallableWith('tako')
  expectTypeOf<typeof useStartSession>().toBeCallableWith('tako')
})

test('useSession: knows no token', () => {
  expectTypeOf<UseSessionReturnType>().toEqualTypeOf<Session>()
  expectTypeOf<UseSessionReturnType>().not.toHaveProperty('token')
})

test('mutations: results of TanStack Query, with our errors', () => {
  expectTypeOf<UseSignInReturnType>().toExtend<
    Pick<UseMutationResult<Session, TakoKitError>, 'data' | 'error' | 'isPending' | 'status'>
  >()
  expectTypeOf<UseSignInReturnType['mutate']>().toBeCallableWith()
  expectTypeOf<UseStartSessionReturnType['mutate']>().parameter(0).toHaveProperty('getTokens')
  expectTypeOf<UseStartSessionReturnType['mutate']>().parameter(0).not.toHaveProperty('tokens')
})

test('mutations: what the kit decides is not asked', () => {
  type Options = NonNullable<UseSignInParameters['mutation']>
  expectTypeOf<Options>().toHaveProperty('onSuccess')
  expectTypeOf<Options>().not.toHaveProperty('mutationFn')
  expectTypeOf<Options>().not.toHaveProperty('networkMode')
})

test('useAuthFetch, useRequireAuth', () => {
  expectTypeOf<UseAuthFetchReturnType>().returns.resolves.toEqualTypeOf<Response>()
  expectTypeOf<UseRequireAuthReturnType>().returns.resolves.toEqualTypeOf<Session>()
  expectTypeOf<UseRequireAuthReturnType<true>>().returns.resolves.toEqualTypeOf<Session | false>()
})

test('AuthProvider: policies and languages', () => {
  expectTypeOf<AuthProviderProps['onAccountChange']>().toEqualTypeOf<
    'sign-out' | 'keep' | 'switch' | undefined
  >()
  expectTypeOf<'zh-TW'>().toExtend<AuthProviderProps['locale']>()
})
