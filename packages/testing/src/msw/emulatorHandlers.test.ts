import { createAuthClient, memoryStorage, signIn, tako } from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { developmentKeys } from '@takokit/test-wallet'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { createWorld } from '../world/createWorld.ts'
import { emulatorHandlers, type HttpLike } from './emulatorHandlers.ts'
import '../exports/vitest.ts'

interface Handler {
  path: string
  resolver: (info: { request: Request }) => Promise<Response>
}

/** As MSW's: a path that ends in `*` matches what is below, and an error response is a failed connection. */
const http: HttpLike<Handler> = { all: (path, resolver) => ({ path, resolver }) }

const intercept =
  (handlers: Handler[]) => async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init)
    const handler = handlers.find(({ path }) => request.url.startsWith(path.replace(/\*$/, '')))
    if (!handler) throw new Error(`${request.url} is not handled`)
    const response = await handler.resolver({ request })
    if (response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  }

const signer = privateKeyToAccount(developmentKeys[0])

test('default: a client with the real addresses signs in', async () => {
  const emulator = createEmulator()
  const fetch = intercept(emulatorHandlers({ http, emulator }))
  const client = createAuthClient({ providers: [tako()], storage: memoryStorage(), fetch })
  await signIn(client, { signer })
  expect(client).toBeSignedIn()
  expect(emulator.controls.tako.counters().signIns).toBe(1)
  client.dispose()
})

test('parameters: urls, and a world in the place of an emulator', async () => {
  const world = createWorld()
  const url = 'http://localhost:8000'
  const fetch = intercept(emulatorHandlers({ http, emulator: world, urls: [`${url}/`] }))
  const providers = [tako({ baseUrl: url })]
  const client = createAuthClient({ providers, storage: memoryStorage(), fetch })
  await signIn(client, { signer })
  expect(client).toBeSignedIn()
  expect(world.emulator.tako.counters().signIns).toBe(1)
  client.dispose()
  world.dispose()
})

test('behavior: an answer that is lost is a failed connection', async () => {
  const emulator = createEmulator()
  emulator.controls.tako.failNext('lost-answer')
  const fetch = intercept(emulatorHandlers({ http, emulator }))
  await expect(fetch('https://api.tako.so/v2/token', { method: 'POST' })).rejects.toThrow(TypeError)
})
