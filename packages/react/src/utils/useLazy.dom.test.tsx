import { renderHook, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useLazy } from './useLazy.ts'

test.each([undefined, false, '', 0])('parameters: wish, %s is none', (wish) => {
  const load = vi.fn(async () => 'a part')
  renderHook(() => useLazy(load, wish))
  expect(load).not.toHaveBeenCalled()
})

test('default: loads what is wanted, once', async () => {
  const load = vi.fn(async () => 'a part')
  const { result, rerender } = renderHook(({ wish }) => useLazy(load, wish), {
    initialProps: { wish: undefined as string | undefined },
  })
  rerender({ wish: 'now' })
  await waitFor(() => expect(result.current).toBe('a part'))
  expect(load).toHaveBeenCalledOnce()
})
