import { TakoSignIn, useAuthFetch, useSession } from '@takokit/react'
import { useState } from 'react'

export default function Bid() {
  const { status } = useSession()
  const authFetch = useAuthFetch()
  const [answer, setAnswer] = useState('')
  async function ignore() {
    const response = await authFetch('https://api.tako.so/v2/farcaster/ignore_bid', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ index: 70 }),
    })
    setAnswer(`HTTP ${response.status}`)
  }
  return (
    <>
      <TakoSignIn />
      <button type="button" aria-disabled={status !== 'signedIn'} onClick={() => void ignore()}>
        Ignore bid 70
      </button>
      <output>{answer}</output>
    </>
  )
}
