import { useRequireAuth } from '../hooks/useRequireAuth.ts'

/** A control of the page that requires a sign-in, and ignores a refusal. */
export function Vote() {
  const requireAuth = useRequireAuth()
  return (
    <button type="button" onClick={() => void requireAuth().catch(() => {})}>
      Vote
    </button>
  )
}
