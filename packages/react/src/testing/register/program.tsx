import { cloudreve, createAuthClient, type ProviderName, tako } from '@takokit/core'
import { expectTypeOf } from 'vitest'
import {
  TakoSignIn,
  useAuthFetch,
  useAuthToken,
  useRequireAuth,
  useSession,
  useSignIn,
  useSignOut,
  useStartSession,
} from '../../exports/index.ts'

const auth = createAuthClient({
  providers: [tako(), cloudreve({ baseUrl: 'https://files.example.com/api/v4' })],
})

declare module '@takokit/core' {
  interface Register {
    client: typeof auth
  }
}

expectTypeOf<ProviderName>().toEqualTypeOf<'tako' | 'cloudreve'>()

export function Names() {
  useAuthToken('cloudreve')
  useAuthToken({ provider: 'tako' })
  useSession({ provider: 'cloudreve' })
  // @ts-expect-error it is not one of the client's providers
  useAuthToken('talkstack')
  // @ts-expect-error nor is this
  useSession({ provider: 'talkstack' })
  useSession('cloudreve')
  useAuthFetch('cloudreve')
  useSignIn('tako')
  useSignOut('cloudreve')
  useStartSession('cloudreve')
  useRequireAuth('tako')
  // @ts-expect-error none of these knows it
  useSession('talkstack')
  // @ts-expect-error …
  useAuthFetch('talkstack')
  // @ts-expect-error …
  useSignIn('talkstack')
  // @ts-expect-error …
  useSignOut('talkstack')
  // @ts-expect-error …
  useStartSession('talkstack')
  // @ts-expect-error …
  useRequireAuth('talkstack')
  const { mutate } = useSignIn()
  mutate({ provider: 'tako' })
  // @ts-expect-error nor this
  mutate({ provider: 'talkstack' })
  return (
    <>
      <TakoSignIn provider="tako" />
      {/* @ts-expect-error nor this */}
      <TakoSignIn provider="talkstack" />
    </>
  )
}
