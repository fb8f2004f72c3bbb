import { createSiweMessage } from 'viem/siwe'

/** What a wallet signs here. */
export function writeMessage(asked: { nonce: string; address: `0x${string}`; chainId: number }) {
  const { host, origin } = window.location
  return createSiweMessage({ ...asked, domain: host, uri: origin, version: '1' })
}

/** The routes of the dapp's own backend, whose session is in a cookie. */
export const backend = {
  getNonce: async () => (await fetch('/api/nonce')).text(),
  async verify(signed: { message: string; signature: string }): Promise<boolean> {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(signed)
    return (await fetch('/api/verify', { method: 'POST', headers, body })).ok
  },
  async getSession(): Promise<{ address: `0x${string}`; chainId: number } | null> {
    const session = await (await fetch('/api/me')).json()
    return session.address ? session : null
  },
  signOut: async () => (await fetch('/api/logout', { method: 'POST' })).ok,
}
