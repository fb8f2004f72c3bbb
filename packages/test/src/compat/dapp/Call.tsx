import { useAuthFetch } from '@takokit/react'
import { useState } from 'react'

export function Call() {
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
      <button type="button" onClick={() => void call()}>
        Call
      </button>
      <output data-testid="answer">{answer}</output>
    </>
  )
}
