import { getSession } from '@takokit/core'
import { createTestWallet } from '@takokit/test-wallet'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { createConfig, http, injected, WagmiProvider } from 'wagmi2'
import { mainnet } from 'wagmi2/chains'
import { AuthProvider } from './AuthProvider.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { TakoSignIn } from './TakoSignIn.tsx'

// The kit's only folder that imports wagmi gets version 2.
vi.mock('wagmi', () => import('wagmi2'))
vi.mock('wagmi/actions', () => import('wagmi2/actions'))

afterEach(cleanup)

test('default: the whole journey on wagmi 2', async () => {
  const { client, queryClient, wallet } = createWorld()
  const { rdns: id, name } = wallet.info
  const config = createConfig({
    chains: [mainnet],
    transports: { [mainnet.id]: http('https://rpc.example') },
    multiInjectedProviderDiscovery: false,
    connectors: [injected({ target: { id, name, provider: wallet.provider as never } })],
  })
  render(
    <StrictMode>
      <WagmiProvider config={config}>
        <QueryClientProvider client={queryClient}>
          <AuthProvider client={client}>
            <TakoSignIn />
          </AuthProvider>
        </QueryClientProvider>
      </WagmiProvider>
    </StrictMode>,
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
  await screen.findByRole('button', { name: /Account .0xf39F/ })
  expect(wallet.controls.requests.byMethod.personal_sign).toBe(1)
  expect(getSession(client).address).toBe(wallet.controls.state.address)

  act(() => wallet.controls.switchAccount(1))
  await waitFor(() => expect(getSession(client).reason).toBe('account-changed'))
  fireEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
  await screen.findByRole('button', { name: /Account .0x7099/ })

  act(() => wallet.controls.revoke())
  await waitFor(() => expect(getSession(client).reason).toBe('wallet-disconnected'))
})

test('behavior: wallets that wagmi 2 dropped are asked again when the list opens', async () => {
  const { client, queryClient, storage, wallet } = createWorld()
  const config = createConfig({
    chains: [mainnet],
    transports: { [mainnet.id]: http('https://rpc.example') },
    storage: storage as never,
  })
  const stops = [wallet, createTestWallet({ name: 'Other' })].map((one) => one.announce())
  expect(config.connectors).toHaveLength(0)
  render(
    <WagmiProvider config={config}>
      <QueryClientProvider client={queryClient}>
        <AuthProvider client={client}>
          <TakoSignIn />
        </AuthProvider>
      </QueryClientProvider>
    </WagmiProvider>,
  )
  const trigger = screen.getByRole('button')
  await waitFor(() => expect(trigger.getAttribute('aria-disabled')).toBeNull())
  fireEvent.click(trigger)
  fireEvent.click(await screen.findByRole('button', { name: /Test Wallet/ }))
  await waitFor(() => expect(getSession(client).status).toBe('signedIn'))
  for (const stop of stops) stop()
})
