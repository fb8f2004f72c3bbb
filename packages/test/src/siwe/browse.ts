import { createAuthClient, memoryStorage, siwe, type SiweOptions } from '@takokit/core'
import { privateKeyToAccount } from 'viem/accounts'

export const origin = 'https://dapp.example'
/** The second well-known development account. */
export const account = privateKeyToAccount(
  '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
)
export const signer = { ...account, chainId: 1 }
export const site = { domain: 'dapp.example', uri: origin }

/** A browser's requests to one server, with its cookies where they are asked for. */
export function browse(serve: (request: Request) => Promise<Response> | Response) {
  const jar = new Map<string, string>()
  const sent: string[] = []
  return {
    jar,
    sent,
    async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
      const given = input instanceof Request ? input : new URL(input, origin)
      const request = new Request(given, init)
      sent.push(`${request.method} ${new URL(request.url).pathname}`)
      const headers = new Headers(request.headers)
      headers.set('origin', origin)
      headers.set('sec-fetch-site', 'same-origin')
      const hasCookies = request.credentials !== 'omit'
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      if (hasCookies && cookie) headers.set('cookie', cookie)
      const response = await serve(new Request(request, { headers }))
      for (const line of hasCookies ? response.headers.getSetCookie() : []) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (/max-age=0/i.test(line) || value === '') jar.delete(name)
        else jar.set(name, value)
      }
      return response
    },
  }
}

/** A client as in a page at `origin`, which knows its own address. */
export function openClient(options: SiweOptions, fetch: ReturnType<typeof browse>['fetch']) {
  return createAuthClient({
    providers: [siwe({ ...site, ...options, url: `${origin}${options.url}` })],
    storage: memoryStorage(),
    fetch,
  })
}
