import type { ControlCommand } from '@takokit/emulator'

/** Drives the emulator that answers in the providers' place. */
export async function control(command: ControlCommand): Promise<unknown> {
  const response = await fetch('/emulator/__emulator', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(command),
  })
  if (!response.ok) throw new Error(`The emulator refused: HTTP ${response.status}`)
  return response.json()
}
