import { TakoSignIn, useSession } from '@takokit/react'

export default function Who() {
  const { status, step, address, reason } = useSession()
  return (
    <>
      <TakoSignIn />
      <p>{address ?? step ?? reason ?? status}</p>
    </>
  )
}
