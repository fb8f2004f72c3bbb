import { cdp } from 'vitest/browser'

/** Emulates a touch screen, which has no hovering pointer, until it is called with `false`. */
export async function emulateTouch(enabled: boolean): Promise<void> {
  // As in `prefer`.
  const session = cdp() as { send: (method: string, parameters: object) => Promise<unknown> }
  await session.send('Emulation.setTouchEmulationEnabled', { enabled })
}
