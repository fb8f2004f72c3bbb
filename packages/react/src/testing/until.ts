import { act } from '@testing-library/react'
import { vi } from 'vitest'

/** Waits until the check holds, and lets React process what happened meanwhile. Advances fake timers, if they are in use. */
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

/** Advances fake timers. */
export async function pass(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms))
}
