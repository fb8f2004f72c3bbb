import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { loadExample } from '../testing/loadExample.ts'

const root = resolve(import.meta.dirname, '../../../..')
const docs = 'packages/react/src/docs'
const files = [
  'README.md',
  'packages/react/README.md',
  'packages/react/src/hooks/useRequireAuth.ts',
  ...readdirSync(resolve(root, docs)).map((name) => `${docs}/${name}`),
]

/** Every documented example that calls `requireAuth`. */
const examples = files.flatMap((file) => {
  const text = readFileSync(resolve(root, file), 'utf8').replaceAll(/^[ \t]*\* ?/gm, '')
  return [...text.matchAll(/^```tsx\n([\s\S]*?)^```/gm)]
    .map(([, code = '']) => ({ file, code }))
    .filter(({ code }) => code.includes('useRequireAuth'))
})

const unhandled = vi.fn()
beforeEach(() => {
  unhandled.mockClear()
  process.on('unhandledRejection', unhandled)
})
afterEach(() => {
  process.off('unhandledRejection', unhandled)
  cleanup()
})

test('there are examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(3)
})

test.each(examples)(
  'behavior: cancelled, the example in $file rejects nothing',
  async ({ code }) => {
    const Example = loadExample(code)
    const after = vi.fn(async () => {})
    const world = createWorld({ wallets: [{ name: 'One' }, { name: 'Two' }] })
    render(
      <App world={world}>
        <Example bid={after} />
      </App>,
    )
    await waitFor(() => expect(world.config.state.status).toBe('disconnected'))
    const [button] = screen.getAllByRole('button')
    fireEvent.click(button as HTMLElement)
    fireEvent.click(await screen.findByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    // Node reports an unhandled rejection after the microtasks of this turn.
    await new Promise((done) => setImmediate(done))
    expect(unhandled).not.toHaveBeenCalled()
    expect(after).not.toHaveBeenCalled()
    expect(world.emulator.log.entries()).toEqual([])
  },
)
