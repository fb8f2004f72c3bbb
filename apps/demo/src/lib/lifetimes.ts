import type { ProviderName } from '@takokit/emulator'
import { useEffect, useSyncExternalStore } from 'react'
import { control, emulatorState } from './emulator.ts'

/** How long tokens that are issued from now on live, milliseconds, as the emulator says; all pages and tabs share it. */
type Lifetimes = Partial<Record<ProviderName, number>>

let lifetimes: Lifetimes = {}
const listeners = new Set<() => void>()

async function read(): Promise<void> {
  const state = await emulatorState()
  show(Object.entries(state).map(([name, { lifetimes: lives }]) => [name, lives.accessMs]))
}

function show(entries: [name: string, accessMs: number][]): void {
  lifetimes = Object.fromEntries(entries)
  for (const listener of listeners) listener()
}

/** Sets the lifetime of every provider's tokens. */
export async function setLifetime(accessMs: number): Promise<void> {
  show(Object.keys(lifetimes).map((name) => [name, accessMs]))
  await control({ action: 'setLifetimes', accessMs })
  await read()
}

/** Read again when the page is looked at: another tab may have changed it. */
export function useLifetimes(): Lifetimes {
  useEffect(() => {
    const follow = () => void read().catch(() => {})
    follow()
    addEventListener('focus', follow)
    return () => removeEventListener('focus', follow)
  }, [])
  return useSyncExternalStore(subscribe, () => lifetimes)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
