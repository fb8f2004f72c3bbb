import { useAuthFetch } from '@takokit/react'
import { useState } from 'react'
import { takoBase } from '../lib/settings.ts'
import { unanswered } from './unanswered.ts'

/** Calls an authorized API with the session's token, and shows the response. */
export function ApiCall() {
  const authFetch = useAuthFetch({ provider: 'tako' })
  const [index, setIndex] = useState(70)
  const [answer, setAnswer] = useState<{ isOk: boolean; text: string }>()
  const [isWaiting, setWaiting] = useState(false)

  async function call() {
    if (isWaiting) return
    setWaiting(true)
    try {
      const response = await authFetch(`${takoBase}/v2/farcaster/ignore_bid`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ index, ignore: true }),
      })
      setAnswer({
        isOk: response.ok,
        text: `HTTP ${response.status}\n${JSON.stringify(await response.json(), null, 2)}`,
      })
    } catch (error) {
      setAnswer({ isOk: false, text: error instanceof Error ? error.message : String(error) })
    }
    setWaiting(false)
  }

  return (
    <div className="call">
      <p>
        <code>POST /v2/farcaster/ignore_bid</code> needs a token. <code>useAuthFetch</code> brings a
        valid one.
      </p>
      <div className="row">
        <label>
          Bid{' '}
          <input
            type="number"
            min="0"
            value={index}
            onChange={(event) => setIndex(event.target.valueAsNumber || 0)}
          />
        </label>
        <button
          type="button"
          className="button"
          aria-disabled={isWaiting}
          onClick={() => void call()}
        >
          Ignore this bid
        </button>
      </div>
      <pre aria-live="polite" data-ok={answer?.isOk} data-testid="answer">
        {answer?.text ?? unanswered('POST /v2/farcaster/ignore_bid')}
      </pre>
    </div>
  )
}
