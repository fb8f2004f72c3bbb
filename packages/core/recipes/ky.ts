// ky over `authFetch`.
import { type AuthClient, authFetch } from '@takokit/core'
import ky from 'ky'

export function createKy(auth: AuthClient) {
  return ky.create({ fetch: (input, init) => authFetch(auth, input, init) })
}
