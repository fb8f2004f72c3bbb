import { TakoSignIn, useAuthToken } from '@takokit/react'

export default function Token() {
  const { status, refreshStatus, expiresAt } = useAuthToken()
  return (
    <>
      <TakoSignIn />
      <p>
        {status}, {refreshStatus}
        {expiresAt && `, until ${new Date(expiresAt).toLocaleTimeString()}`}
      </p>
    </>
  )
}
