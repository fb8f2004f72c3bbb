import { getSession } from '@takokit/core'
import { act, cleanup } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { RequireAuth } from '../session/RequireAuth.tsx'
import { useAuthToken } from '../hooks/useAuthToken.ts'
import { useSession } from '../hooks/useSession.ts'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { TakoSignIn } from './TakoSignIn.tsx'

afterEach(cleanup)

const address = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const expiresAt = Date.parse('2030-01-01T00:00:00Z')
const initialSession = { provider: 'tako', account: address, address, expiresAt } as const

/** Everything that is rendered, in its order. */
function Seen({ seen }: { seen: string[] }) {
  const { status, account } = useSession()
  const token = useAuthToken()
  seen.push(`${status} ${account} ${token.expiresAt} ${token.token === undefined}`)
  return (
    <p>
      {status} {account} {token.expiresAt}
    </p>
  )
}

function Page({ world, seen }: { world: ReturnType<typeof createWorld>; seen: string[] }) {
  return (
    <App world={world} reconnectOnMount={false} initialSession={initialSession}>
      <TakoSignIn />
      <RequireAuth fallback={<p>out</p>}>
        <p>members</p>
      </RequireAuth>
      <Seen seen={seen} />
    </App>
  )
}

test('default: the first HTML is signed in, and nothing changes when the page takes over', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  const onServer: string[] = []
  const html = renderToString(<Page world={world} seen={onServer} />)
  expect(html).toContain('data-status="signedIn"')
  expect(html).not.toMatch(/restoring|>out</)
  expect(html).toContain('members')
  expect(html).toContain('0xf39F')
  // The client itself, which all requests of a server share, knows nobody.
  expect(getSession(world.client)).toMatchObject({ status: 'restoring', account: undefined })
  await world.signInBefore()
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = html
  const button = container.querySelector('button')
  const before = button?.outerHTML
  const seen: string[] = []
  const onRecoverableError = vi.fn()
  const warn = vi.spyOn(console, 'error')
  const root = await act(async () =>
    hydrateRoot(container, <Page world={world} seen={seen} />, { onRecoverableError }),
  )
  expect(container.querySelector('button')).toBe(button)
  await vi.waitFor(() => expect(getSession(world.client).status).toBe('signedIn'), 20_000)
  await act(async () => {})
  expect(onRecoverableError).not.toHaveBeenCalled()
  expect(warn).not.toHaveBeenCalled()
  expect(new Set(seen.map((one) => one.split(' ').slice(0, 2).join(' ')))).toEqual(
    new Set([`signedIn ${address}`]),
  )
  expect([seen[0], onServer[0]]).toEqual(
    Array.from({ length: 2 }, () => `signedIn ${address} ${expiresAt} true`),
  )
  expect(container.querySelector('button')?.textContent).toBe(
    new DOMParser().parseFromString(before ?? '', 'text/html').querySelector('button')?.textContent,
  )
  act(() => root.unmount())
})

test('behavior: a session that is over by now: signed out, once that is known', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: false }] })
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = renderToString(<Page world={world} seen={[]} />)
  const seen: string[] = []
  const onRecoverableError = vi.fn()
  const root = await act(async () =>
    hydrateRoot(container, <Page world={world} seen={seen} />, { onRecoverableError }),
  )
  await vi.waitFor(
    () => expect(container.querySelector('button')?.dataset.status).toBe('signedOut'),
    20_000,
  )
  expect(onRecoverableError).not.toHaveBeenCalled()
  expect(seen.map((one) => one.split(' ')[0])).not.toContain('restoring')
  act(() => root.unmount())
})

test('behavior: it concerns its provider and account only, and two requests do not meet', () => {
  const world = createWorld({ wallets: [{ isAuthorized: false }] })
  function Which() {
    return (
      <p>
        {useSession({ account: 'other' }).status} {useSession({ account: address }).status}
      </p>
    )
  }
  const render = (props: object) =>
    renderToString(
      <App world={world} reconnectOnMount={false} {...props}>
        <Which />
      </App>,
    ).replaceAll(/<!--.*?-->/g, '')
  expect(render({ initialSession })).toContain('restoring signedIn')
  expect(render({ initialSession: { ...initialSession, provider: 'cloudreve' } })).toContain(
    'restoring restoring',
  )
  expect(render({})).toContain('restoring restoring')
})
