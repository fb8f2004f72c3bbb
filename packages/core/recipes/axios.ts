// axios over `authFetch`, by its fetch adapter.
import { type AuthClient, authFetch } from '@takokit/core'
import axios from 'axios'

export function createAxios(auth: AuthClient, baseURL: string) {
  return axios.create({
    baseURL,
    adapter: 'fetch',
    env: { fetch: (input, init) => authFetch(auth, input, init) },
  })
}
