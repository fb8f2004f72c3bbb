import { AuthProvider, TakoSignIn, useAuthFetch, useSession } from '@takokit/react'
import { useState } from 'react'
import { ownAuth } from '../lib/ownAuth.ts'
import { unanswered } from '../parts/unanswered.ts'

/** `siwe()` in the page and `siweIssuer()` on the server, without another API. */
export default function OwnBackendPage() {
  return (
    <AuthProvider client={ownAuth}>
      <section className="hero">
        <h1>Your own backend, without another API</h1>
        <p>
          The wallet signs an EIP-4361 message with a challenge of this page’s own server. The
          server verifies it, keeps the session in a sealed cookie, and issues short tokens that any
          API can verify by its public keys.
        </p>
        <TakoSignIn />
      </section>
      <section className="card" aria-labelledby="own-call-title">
        <h2 id="own-call-title">Call your API</h2>
        <OwnCall />
      </section>
    </AuthProvider>
  )
}

function OwnCall() {
  const authFetch = useAuthFetch()
  const { status } = useSession()
  const [answer, setAnswer] = useState<string>()

  async function call() {
    try {
      const response = await authFetch('/own/me')
      setAnswer(`HTTP ${response.status}\n${JSON.stringify(await response.json(), null, 2)}`)
    } catch (error) {
      setAnswer(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <div className="call">
      <p>
        <code>GET /own/me</code> verifies the token with <code>createTokenVerifier</code>. The
        session is <code data-testid="own-status">{status}</code>.
      </p>
      <button type="button" className="button" onClick={() => void call()}>
        Who am I?
      </button>
      <pre aria-live="polite" data-testid="own-answer">
        {answer ?? unanswered('GET /own/me')}
      </pre>
    </div>
  )
}
