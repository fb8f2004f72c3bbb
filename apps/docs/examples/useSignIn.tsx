import { useSignIn, useSignOut, useSession } from '@takokit/react'
import { useConnectors } from 'wagmi'

export default function OwnButton() {
  const { status } = useSession()
  const [connector] = useConnectors()
  const signIn = useSignIn()
  const signOut = useSignOut()
  if (status === 'signedIn')
    return (
      <button type="button" onClick={() => signOut.mutate()}>
        Sign out
      </button>
    )
  return (
    <>
      <button
        type="button"
        aria-disabled={signIn.isPending}
        onClick={() => connector && signIn.mutate({ connector })}
      >
        {signIn.isPending ? 'Look at your wallet' : 'Sign in'}
      </button>
      {signIn.isPending && (
        <button type="button" onClick={signIn.cancel}>
          Cancel
        </button>
      )}
      {signIn.error && <p role="alert">{signIn.error.message}</p>}
    </>
  )
}
