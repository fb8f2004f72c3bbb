import { act } from '@testing-library/react'
import { vi } from 'vitest'

/** Waits until the check holds, and lets React take in what happened meanwhile. Drives fake timers, where they are used. */
export async function until(check: () => unknown): Promise<void> {
  await act(() =>
    vi.waitFor(
      async () => {
        await check()
      },
      { timeout: 20_000 },
    ),
  )
}

/** Lets time pass on fake timers. */
export async function pass(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms))
}
