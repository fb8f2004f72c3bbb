import { getSession } from '@takokit/core'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { connect, disconnect } from 'wagmi/actions'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { loadExample } from '../testing/loadExample.ts'

afterEach(cleanup)

const guide = '../../../../apps/docs/docs/guides/into-an-existing-dapp.mdx'
const page = readFileSync(resolve(import.meta.dirname, guide), 'utf8')
const [, example = ''] = /```tsx\n([\s\S]*?WalletArea[\s\S]*?)^```/m.exec(page) ?? []

test("behavior: beside another kit's button the header has one address at a time", async () => {
  const WalletArea = loadExample(example)
  const world = createWorld()
  render(
    <App world={world}>
      <header>
        <WalletArea theirs={<b>0xf39F theirs</b>} />
      </header>
    </App>,
  )
  const text = () => document.querySelector('header')?.textContent ?? ''
  const addresses = () => text().match(/0xf39F/g)?.length ?? 0
  await waitFor(() => expect(getSession(world.client).status).toBe('signedOut'))
  expect(text()).toContain('theirs')

  const [connector] = world.config.connectors
  if (!connector) throw new Error('There is no connector.')
  await act(() => connect(world.config, { connector }))
  fireEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
  expect(addresses()).toBe(0)
  await waitFor(() => expect(getSession(world.client).status).toBe('signedIn'), { timeout: 10_000 })
  await screen.findByText('0xf39F theirs')
  expect(addresses()).toBe(1)
  expect(screen.queryByRole('button')).toBeNull()

  await act(() => disconnect(world.config))
  await waitFor(() => expect(getSession(world.client).status).toBe('signedOut'), { timeout: 5_000 })
  expect(text()).toContain('theirs')
})
