import type { ControlCommand, EmulatorState } from '@takokit/emulator'

/** Controls the emulator that replaces the providers. */
export async function control(command: ControlCommand): Promise<unknown> {
  const response = await fetch('/emulator/__emulator', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(command),
  })
  if (!response.ok) throw new Error(`The emulator refused: HTTP ${response.status}`)
  return response.json()
}

/** How it is set now. */
export async function emulatorState(): Promise<EmulatorState> {
  const response = await fetch('/emulator/__emulator/state')
  if (!response.ok) throw new Error(`The emulator refused: HTTP ${response.status}`)
  return response.json() as Promise<EmulatorState>
}
