import { TakoSignIn, useSession, useSignOut } from '@takokit/react'

export default function Leave() {
  const { status } = useSession()
  const { mutate, data } = useSignOut()
  return (
    <>
      <TakoSignIn />
      <button type="button" aria-disabled={status !== 'signedIn'} onClick={() => mutate()}>
        Sign out
      </button>
      {data && <p>The provider has revoked the tokens: {String(data.revoked)}</p>}
    </>
  )
}
