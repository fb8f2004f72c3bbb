import axios from 'axios'
import { createAuthRefresh } from 'axios-auth-refresh'
import type { Issued, OpenPeer } from '../PeerSession.ts'

/** Tokens in local storage, read for each request; it renews after a refusal only. */
export const open: OpenPeer = ({ apiUrl }) => {
  const read = () => JSON.parse(localStorage.getItem('tokens') ?? '{}') as Partial<Issued>
  const save = (tokens: Issued) => localStorage.setItem('tokens', JSON.stringify(tokens))
  const api = axios.create()
  api.interceptors.request.use((config) => {
    config.headers.Authorization = `Bearer ${read().access_token}`
    return config
  })
  createAuthRefresh(api, async () => {
    const { refresh_token = '' } = read()
    if (!refresh_token) throw new Error('signed out')
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token })
    try {
      save((await axios.post<Issued>(`${apiUrl}/token`, body)).data)
    } catch (cause) {
      const isRefused = axios.isAxiosError(cause) && cause.response?.status === 400
      if (isRefused && read().refresh_token === refresh_token) localStorage.removeItem('tokens')
      throw cause
    }
  })
  const call = async (url: string) => (await api.get(url)).status
  return {
    async start(tokens) {
      save(tokens)
    },
    async resume() {},
    async token() {
      await call(`${apiUrl}/call`)
      return read().access_token ?? ''
    },
    call,
  }
}
