import { afterEach, expect, test, vi } from 'vitest'
import { onPageEvent } from './onPageEvent.ts'

afterEach(() => vi.restoreAllMocks())

test('default: follows what happens to the page', () => {
  const happened: string[] = []
  const stop = onPageEvent((event) => happened.push(event))
  for (const name of ['pageshow', 'focus', 'online', 'pagehide'])
    window.dispatchEvent(new Event(name))
  document.dispatchEvent(new Event('resume'))
  const visibility = vi.spyOn(document, 'visibilityState', 'get')
  for (const state of ['hidden', 'visible'] as const) {
    visibility.mockReturnValue(state)
    document.dispatchEvent(new Event('visibilitychange'))
  }
  expect(happened).toEqual([
    'resume',
    'resume',
    'online',
    'pagehide',
    'resume',
    'hidden',
    'visible',
  ])
  stop()
})

test('behavior: stopped, it listens no more', () => {
  const listener = vi.fn()
  onPageEvent(listener)()
  for (const name of ['pageshow', 'focus', 'online', 'pagehide'])
    window.dispatchEvent(new Event(name))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(listener).not.toHaveBeenCalled()
})
