import type { AuthEvent } from '@takokit/core'
import { useSyncExternalStore } from 'react'
import { auth } from './auth.ts'

/** The events of all sessions since the page opened, newest last. */
let events: readonly AuthEvent[] = []
const listeners = new Set<() => void>()
const mostEvents = 300

auth.onEvent((event) => {
  events = [...events.slice(-mostEvents), event]
  for (const listener of listeners) listener()
})

export function useTimeline(provider?: string): readonly AuthEvent[] {
  const all = useSyncExternalStore(subscribe, () => events)
  return provider === undefined ? all : all.filter((event) => event.provider === provider)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
