import { PassThrough } from 'node:stream'
import { createAuthClient, tako } from '@takokit/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, type ReactNode, Suspense, use } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

import { expect, test } from 'vitest'
import { createConfig, http, WagmiProvider } from 'wagmi'
import { mainnet } from 'wagmi/chains'
import { useSession } from '../hooks/useSession.ts'
import { AuthProvider } from './AuthProvider.tsx'
import { TakoSignIn } from './TakoSignIn.tsx'

const address = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
// One for all requests, as a module of a server has it.
const client = createAuthClient({ providers: [tako()] })
const config = createConfig({ chains: [mainnet], transports: { [mainnet.id]: http() }, ssr: true })

function page(account: string | undefined, children: ReactNode) {
  const initialSession = account ? { provider: 'tako', account } : undefined
  const queries = { client: new QueryClient() }
  const auth = createElement(
    AuthProvider,
    { client, initialSession },
    createElement(TakoSignIn),
    children,
  )
  return createElement(WagmiProvider, { config }, createElement(QueryClientProvider, queries, auth))
}

/** What is written until the end. */
function stream(element: ReactNode, onShellReady: () => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const sink = new PassThrough({ encoding: 'utf8' })
    let text = ''
    sink.on('data', (chunk: string) => {
      text += chunk
    })
    sink.on('end', () => resolve(text))
    renderToPipeableStream(element, { onShellReady, onError: reject }).pipe(sink)
  })
}

test('behavior: streamed, the shell is signed in, and so is what comes later', async () => {
  let arrive: (text: string) => void = () => {}
  const late = new Promise<string>((resolve) => {
    arrive = resolve
  })
  function Late() {
    const { status, account } = useSession()
    return createElement('em', null, `${use(late)} ${status} ${account}`)
  }
  const suspended = () => createElement(Suspense, { fallback: 'waiting' }, createElement(Late))
  // Three requests at once: none of them meets another.
  const requests = [address, undefined, '0x70997970C51812dc3A010C7d01b50e0d17dc79C8']
  let shells = 0
  const wholes = await Promise.all(
    requests.map((account) =>
      stream(page(account, suspended()), () => {
        // What is suspended is rendered after all shells.
        if (++shells === requests.length) arrive('arrived')
      }),
    ),
  )
  for (const [index, account] of requests.entries()) {
    const [status, other] = account ? ['signedIn', 'restoring'] : ['restoring', 'signedIn']
    expect(wholes[index]).toContain(`data-status="${status}"`)
    expect(wholes[index]).toContain(`arrived ${status} ${account}`)
    expect(wholes[index]).not.toContain(other)
  }
  expect(client.getSnapshot()).toMatchObject({ status: 'restoring', account: undefined })
})
