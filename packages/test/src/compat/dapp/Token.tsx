import { useAuthToken } from '@takokit/react'

export function Token() {
  const { token } = useAuthToken()
  return <output data-testid="token">{token}</output>
}
