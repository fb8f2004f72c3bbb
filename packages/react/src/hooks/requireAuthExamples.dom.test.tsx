import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { loadExample } from '../testing/loadExample.ts'

const root = resolve(import.meta.dirname, '../../../..')
const docs = 'apps/docs/docs/guides'
const files = [
  'README.md',
  'packages/react/README.md',
  'packages/react/src/hooks/useRequireAuth.ts',
  ...readdirSync(resolve(root, docs), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => `${docs}/${name}`),
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

const click = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }))

/** How a user declines, from the click on the example's button on. */
const ways: Record<string, (world: World) => Promise<unknown>> = {
  'closes the dialog': () => click('Close'),
  async 'cancels while the wallet is asked'(world) {
    world.wallet.controls.next('hang', { method: 'personal_sign' })
    await click(/^One/)
    await waitFor(() => expect(world.wallet.controls.requests.byMethod.personal_sign).toBe(1))
    await click('Cancel')
  },
  async 'refuses to sign'(world) {
    world.wallet.controls.next('reject', { method: 'personal_sign' })
    await click(/^One/)
  },
  async 'refuses to connect'(world) {
    world.wallet.controls.next('reject', { method: 'wallet_requestPermissions' })
    await click(/^One/)
  },
}
const rows = examples.flatMap((example) =>
  Object.entries(ways).map(([way, decline]) => ({ ...example, way, decline })),
)

test.each(rows)(
  'behavior: a user who $way: the example in $file rejects nothing',
  async ({ code, decline }) => {
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
    await screen.findByRole('dialog')
    await decline(world)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    // Node reports an unhandled rejection after the microtasks of this turn.
    await new Promise((done) => setImmediate(done))
    expect(unhandled).not.toHaveBeenCalled()
    expect(after).not.toHaveBeenCalled()
    expect(world.emulator.log.entries()).toEqual([])
  },
)
