'use client'

import type { AuthClient } from '@takokit/core'
import { useCallback, useSyncExternalStore } from 'react'

/** Whether an instant (epoch milliseconds) has passed. Renders when it does. */
export function useIsPast(client: AuthClient, at: number | undefined): boolean {
  const { platform } = client['~engine']
  const wait = useCallback(
    (onPast: () => void) =>
      at === undefined ? () => {} : platform.setTimer(onPast, at - platform.now()),
    [platform, at],
  )
  const read = () => at !== undefined && platform.now() >= at
  return useSyncExternalStore(wait, read, () => false)
}
