import { useSession } from '@takokit/react'

export function Session() {
  const { status, address } = useSession()
  return <output data-testid="session">{[status, address].join(' ').trim()}</output>
}
