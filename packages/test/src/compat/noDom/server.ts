import { createEmulator, type EmulatorFetch } from '@takokit/emulator'
import { cloudreveFixture } from '@takokit/emulator/fixtures'
import { serveEmulator } from '@takokit/emulator/node'

/** What a server does with the emulator, compiled with the types of Node and none of a browser. */
const { fetch, controls } = createEmulator({ tako: { reuse: 'strict' } })

export async function refresh(url: string | URL | Request): Promise<number> {
  const { accessToken } = await controls.issue('tako')
  const response: Response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}` },
  })
  return response.status
}

// A fetch of the platform and the emulator's can stand in for each other.
export const asPlatform: typeof globalThis.fetch = fetch
export const asEmulator: EmulatorFetch = globalThis.fetch

// @ts-expect-error A number is no address.
export const refused = fetch(7)

export const others = [cloudreveFixture, serveEmulator] satisfies unknown[]
