import type { EmulatorEvent } from '../types/EmulatorEvent.ts'
import { readArguments, usage } from './readArguments.ts'
import { type EmulatorServer, serveEmulator } from './serveEmulator.ts'

/** `takokit-emulator`: serves until closed; null if it only printed a text. */
export async function runCli(
  args: readonly string[],
  print: (line: string) => void,
): Promise<EmulatorServer | null> {
  const { help, quiet, serve } = readArguments(args)
  if (help) {
    print(usage)
    return null
  }
  const server = await serveEmulator(serve)
  print(`Token APIs of Tako, TalkStack AI, Cloudreve and the private cloud at ${server.url}`)
  if (!quiet)
    server.emulator.controls.onRequest((event) => {
      if (event.phase !== 'received') print(describe(event))
    })
  return server
}

function describe({ provider, method, path, status, outcome, family, fault }: EmulatorEvent) {
  return [
    provider.padEnd(12),
    method,
    path,
    status ?? 'dropped',
    outcome,
    family,
    fault && `(${fault})`,
  ]
    .filter(Boolean)
    .join(' ')
}
