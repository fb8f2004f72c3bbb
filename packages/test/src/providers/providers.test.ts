import { cloudreve, tako, type TokenProvider, talkstack } from '@takokit/core'
import { createEmulator, type ProviderName } from '@takokit/emulator'
import { describeProvider, type ProviderCase } from './describeProvider.ts'

const base = 'http://localhost:8000'

const direct: [
  name: Exclude<ProviderName, 'privateCloud'>,
  provider: TokenProvider,
  call: string,
  lifetimeMs: number,
][] = [
  ['tako', tako({ baseUrl: base }), '/v2/farcaster/ignore_bid', 3_600_000],
  ['talkstack', talkstack({ baseUrl: base }), '/auth/me', 7_200_000],
  ['cloudreve', cloudreve({ baseUrl: `${base}/api/v4` }), '/api/v4/user/me', 3_600_000],
]

const subject = '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9'

for (const [name, provider, path, lifetimeMs] of direct) {
  describeProvider(`${name}, direct`, async (): Promise<ProviderCase> => {
    const emulator = createEmulator({ now: () => 1_800_000_000_000, [name]: { reuse: 'strict' } })
    const controls = emulator.controls[name]
    return {
      provider,
      fetch: emulator.fetch,
      now: () => emulator.controls.clock.now(),
      lifetimeMs,
      async issue() {
        const issued = await emulator.controls.issue(name, { subject })
        return {
          account: subject,
          accessToken: issued.accessToken,
          refreshToken: issued.refreshToken,
          lifetimeMs: issued.expiresInMs,
        }
      },
      failNext: (fault) => controls.failNext(fault, { route: 'refresh' }),
      revoke: () => controls.revoke('all'),
      expireAccess: () => controls.expireAccess(),
      call: (accessToken) =>
        emulator.fetch(base + path, {
          method: name === 'tako' ? 'POST' : 'GET',
          headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
          ...(name === 'tako' ? { body: JSON.stringify({ index: 70 }) } : {}),
        }),
    }
  })
}
