import { act, cleanup } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { TakoSignIn } from './TakoSignIn.tsx'

afterEach(cleanup)

test.each(['signed out', 'signed in'])(
  'default: hydrates without a mismatch, %s',
  async (state) => {
    const world = createWorld({ wallets: [{ isAuthorized: state === 'signed in' }] })
    const page = (
      <App world={world} reconnectOnMount={false}>
        <TakoSignIn />
      </App>
    )
    const html = renderToString(page)
    expect(html).toContain('data-status="restoring"')
    // A strict policy would block it.
    expect(html).not.toMatch(/ style=/)
    // Before the page hydrates, the client knows more than the server did.
    if (state === 'signed in') await world.signInBefore()
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = html
    const onRecoverableError = vi.fn()
    const root = await act(async () => hydrateRoot(container, page, { onRecoverableError }))
    await act(async () => {})
    expect(onRecoverableError).not.toHaveBeenCalled()
    const button = container.querySelector('button')
    const status = state === 'signed in' ? 'signedIn' : 'signedOut'
    await vi.waitFor(() => expect(button?.dataset.status).toBe(status), 20_000)
    act(() => root.unmount())
  },
)
