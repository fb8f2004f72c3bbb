import { getSession, signOut, vaultStorage } from '@takokit/core'
import { afterEach, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { type Hearing, listen } from '../testing/hearing.ts'
import { TakoSignIn } from '../ui/TakoSignIn.tsx'

let tabs: World[] = []
let hearing: Hearing | undefined

afterEach(async () => {
  hearing?.stop()
  for (const { client } of tabs) {
    await signOut(client)
    client.dispose()
  }
})

test('behavior: of eight tabs each says once that somebody signed out, and where', async () => {
  tabs = Array.from({ length: 8 }, () => createWorld({ storage: vaultStorage() }))
  const [first, ...others] = tabs as [World, ...World[]]
  await first.signInBefore()
  for (const world of tabs)
    await render(
      <App world={world}>
        <TakoSignIn />
      </App>,
    )
  const statuses = () => tabs.map(({ client }) => getSession(client).status)
  await expect.poll(statuses).toEqual(tabs.map(() => 'signedIn'))
  const regions = () => [...document.querySelectorAll('[role=status]')]
  // The announcing code loads beside the page.
  await expect.poll(() => regions().filter((region) => region.firstChild).length).toBe(8)
  hearing = listen()
  await signOut(first.client)
  await expect.poll(statuses).toEqual(tabs.map(() => 'signedOut'))
  await expect.poll(() => hearing?.said).toHaveLength(8)
  // The reactions of other tabs announce nothing again.
  await Promise.all(others.map(({ client }) => signOut(client)))
  expect(hearing.said.toSorted()).toEqual([
    'Signed out on this device.',
    ...others.map(() => 'You signed out in another tab.'),
  ])
})
