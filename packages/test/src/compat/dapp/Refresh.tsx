import { refreshSession } from '@takokit/core'
import { useAuthClient } from '@takokit/react'

export function Refresh() {
  const client = useAuthClient()
  return (
    <button type="button" onClick={() => void refreshSession(client)}>
      Refresh
    </button>
  )
}
