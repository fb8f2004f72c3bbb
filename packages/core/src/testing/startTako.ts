import { createEmulator, type EmulatorOptions } from '@takokit/emulator'
import { recoverMessageAddress } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createAuthClient, type CreateAuthClientParameters } from '../createAuthClient.ts'
import { cloudreve } from '../providers/cloudreve/cloudreve.ts'
import { tako } from '../providers/tako/tako.ts'
import { talkstack } from '../providers/talkstack/talkstack.ts'
import { memoryStorage } from '../storage/memoryStorage.ts'
import { createTestPlatform } from './createTestPlatform.ts'

/** The well-known first two development accounts. */
export const accounts = [
  privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'),
  privateKeyToAccount('0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d'),
] as const

// Loaded before any test, because a driven clock does not wait for modules.
await Promise.all(
  [tako(), talkstack(), cloudreve({ baseUrl: '/' })].map(async (one) => one.prepare?.()),
)

const warmUp = { message: '', signature: await accounts[0].signMessage({ message: '' }) }
await recoverMessageAddress(warmUp)

/** A client with Tako and TalkStack on an emulator, all on clocks that the test drives. */
export function startTako(
  parameters: Partial<CreateAuthClientParameters> & { emulator?: EmulatorOptions } = {},
) {
  const { emulator: options, ...rest } = parameters
  const sent: string[] = []
  const platform = createTestPlatform({
    fetch: (input, init) => {
      const request = new Request(input, init)
      sent.push(`${request.method} ${new URL(request.url).pathname}`)
      return emulator.fetch(request)
    },
  })
  const emulator = createEmulator({ now: platform.now, ...options })
  const auth = createAuthClient({
    providers: [tako({ baseUrl: 'http://localhost' }), talkstack({ baseUrl: 'http://localhost' })],
    storage: memoryStorage(),
    platform,
    ...rest,
  })
  return { auth, emulator, controls: emulator.controls, platform, sent }
}
