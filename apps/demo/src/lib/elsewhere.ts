import type { IssuedTokens } from '@takokit/core'
import type { ProviderName } from '@takokit/emulator'
import { control } from './emulator.ts'

const who = 'ada'

/** Stands in for a provider's own login, which gives the page a token pair. */
export async function beginElsewhere(provider: string): Promise<IssuedTokens> {
  const { issued } = (await control({
    action: 'issue',
    provider: provider as ProviderName,
    subject: who,
  })) as {
    issued: IssuedTokens
  }
  const { accessToken, refreshToken, expiresInMs } = issued
  return { accessToken, refreshToken, expiresInMs }
}

/** Stands in for a login that ends on the application's server, which passes the pair to the relay: the page never sees it. */
export async function beginOnServer(provider: string): Promise<void> {
  const response = await fetch(`/demo/start-session/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-takokit': '1' },
    body: '{}',
  })
  if (!response.ok) throw new Error(`The server could not start a session: HTTP ${response.status}`)
}
