import { refreshSession } from '@takokit/core'
import { useAuthClient, useAuthFetch } from '@takokit/react'
import { useState } from 'react'

/** Renews the token, and calls with it. */
export function Actions() {
  const client = useAuthClient()
  const authFetch = useAuthFetch()
  const [answer, setAnswer] = useState<number>()
  async function call() {
    const { status } = await authFetch('https://api.tako.so/v2/farcaster/ignore_bid', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ index: 70 }),
    })
    setAnswer(status)
  }
  return (
    <>
      <button type="button" onClick={() => void refreshSession(client)}>
        Refresh
      </button>
      <button type="button" onClick={() => void call()}>
        Call
      </button>
      <output data-testid="answer">{answer}</output>
    </>
  )
}
