import { serveEmulator } from '@takokit/emulator/node'
import { expect, test } from 'vitest'
import { ignoreBid, startScript } from '../recipes/script.ts'

/** A development key, which holds nothing. */
const key = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'

test('default: a script signs in by itself, calls, and calls again after its token has expired', async () => {
  const api = await serveEmulator({ tako: { rateLimit: false } })
  const { tako } = api.emulator.controls
  const auth = await startScript(key, api.url)
  try {
    await ignoreBid(auth, 70, api.url)
    // Tokens of one second have the same text.
    tako.clock.advance(1_000)
    tako.expireAccess()
    await ignoreBid(auth, 71, api.url)
    expect(tako.counters()).toMatchObject({ signIns: 1, rotations: 1, reuses: 0 })
    tako.failNext('500')
    await expect(ignoreBid(auth, 72, api.url)).rejects.toThrow('500')
  } finally {
    auth.dispose()
    await api.close()
  }
})
