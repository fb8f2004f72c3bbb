import { authFetch, createAuthClient, memoryStorage, startSession, talkstack } from '@takokit/core'
import axios from 'axios'
import ky from 'ky'
import { median } from '../../median.ts'

/** Runs in a process of its own, bundled: `program.mjs url rounds calls`. Prints the median of each round in microseconds of CPU time. */
const [url = '', rounds = '', calls = ''] = process.argv.slice(2)
const token = 'a'.repeat(200)

const client = createAuthClient({
  providers: [talkstack({ baseUrl: url })],
  storage: memoryStorage(),
})
await startSession(client, {
  account: 'someone',
  tokens: { accessToken: token, refreshToken: 'b', expiresInMs: 3_600_000 },
})
const api = ky.create({
  hooks: {
    beforeRequest: [({ request }) => request.headers.set('authorization', `Bearer ${token}`)],
  },
})
const instance = axios.create({ adapter: 'fetch' })
instance.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${token}`
  return config
})

const ways: Record<string, () => Promise<unknown>> = {
  fetch: async () =>
    (await fetch(`${url}/call`, { headers: { authorization: `Bearer ${token}` } })).json(),
  authFetch: async () => (await authFetch(client, `${url}/call`)).json(),
  ky: () => api(`${url}/call`).json(),
  axios: async () => (await instance.get(`${url}/call`)).data,
}
const spent: Record<string, number[]> = {}
for (let round = 0; round <= Number(rounds); round++) {
  const times: Record<string, number[]> = {}
  // In turn call by call: what disturbs the process for a while disturbs all of them.
  for (let index = 0; index < Number(calls); index++)
    for (const [name, call] of Object.entries(ways)) {
      const before = process.cpuUsage()
      await call()
      const { user, system } = process.cpuUsage(before)
      ;(times[name] ??= []).push(user + system)
    }
  // The first round is slow: it is compiled.
  if (round === 0) continue
  for (const [name, all] of Object.entries(times)) (spent[name] ??= []).push(median(all))
}
console.log(JSON.stringify(spent))
process.exit()
