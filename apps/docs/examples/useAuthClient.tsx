import { refreshSession } from '@takokit/core'
import { TakoSignIn, useAuthClient, useSession } from '@takokit/react'

export default function RefreshNow() {
  const client = useAuthClient()
  const { status } = useSession()
  return (
    <>
      <TakoSignIn />
      <button
        type="button"
        aria-disabled={status !== 'signedIn'}
        onClick={() => void refreshSession(client).catch(console.warn)}
      >
        Refresh now
      </button>
    </>
  )
}
