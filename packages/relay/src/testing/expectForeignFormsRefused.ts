import { expect } from 'vitest'
import { sendOverHttp } from './sendOverHttp.ts'

/** Requests that another site can make a browser send to a login: forms, links and images. */
export async function expectForeignFormsRefused(url: string, method: string): Promise<void> {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const headers of [
    {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
    },
    { origin: 'https://evil.dapp.example', 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    {},
  ]) {
    // `fetch` sets some of these headers itself.
    const send = sendOverHttp(url)
    const response = await send(new Request(url, { method, headers: { ...form, ...headers } }))
    expect(response.status).toBe(403)
    expect(response.headers.getSetCookie()).toEqual([])
  }
}
