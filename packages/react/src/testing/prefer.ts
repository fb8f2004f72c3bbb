import { cdp } from 'vitest/browser'

/** Emulates the user's preferences, as media features, in the browser. They last until the next call. */
export async function prefer(features: Record<string, string>): Promise<void> {
  // The command types come with Playwright's provider, which this package does not depend on.
  const session = cdp() as { send: (method: string, parameters: object) => Promise<unknown> }
  await session.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  })
}
