import { cloudreve, createAuthClient, memoryStorage, tako } from '@takokit/core'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { useAuthFetch } from './useAuthFetch.ts'
import { useAuthToken } from './useAuthToken.ts'
import { useRequireAuth } from './useRequireAuth.ts'
import { useSession } from './useSession.ts'
import { useSignIn } from './useSignIn.ts'
import { useSignOut } from './useSignOut.ts'
import { useStartSession } from './useStartSession.ts'

afterEach(cleanup)

const baseUrl = 'https://files.example.com/api/v4'

function around() {
  const client = createAuthClient({
    providers: [cloudreve({ baseUrl }), tako()],
    storage: memoryStorage(),
    fetch: async (_, init) => new Response(new Headers(init?.headers).get('authorization')),
  })
  const world = { ...createWorld({ wallets: [{ isAuthorized: true }] }), client }
  return ({ children }: { children: ReactNode }) => <App world={world as never}>{children}</App>
}

const getTokens = () => ({
  accessToken: 'files-access',
  refreshToken: 'files-refresh',
  expiresInMs: 3_600_000,
})

test('default: a name alone says which session, in every hook', async () => {
  const { result } = renderHook(
    () => ({
      files: useSession('cloudreve'),
      tako: useSession('tako'),
      token: useAuthToken('cloudreve'),
      authFetch: useAuthFetch('cloudreve'),
      requireAuth: useRequireAuth('cloudreve'),
      start: useStartSession('cloudreve'),
      signOut: useSignOut('cloudreve'),
      signIn: useSignIn('tako'),
    }),
    { wrapper: around() },
  )
  await waitFor(() => expect(result.current.files.status).toBe('signedOut'))
  await act(() => result.current.start.mutateAsync({ getTokens }))
  expect(result.current.files.status).toBe('signedIn')
  expect(result.current.token.token).toBe('files-access')
  expect(result.current.tako.status).toBe('signedOut')
  await expect(result.current.requireAuth()).resolves.toMatchObject({ provider: 'cloudreve' })
  const answer = await result.current.authFetch(`${baseUrl}/file`)
  expect(await answer.text()).toBe('Bearer files-access')
  await act(() => result.current.signOut.mutateAsync())
  expect(result.current.files.status).toBe('signedOut')
})
