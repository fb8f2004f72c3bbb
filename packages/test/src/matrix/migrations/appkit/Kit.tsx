import { mainnet } from '@reown/appkit/networks'
import { createAppKit, type SIWXConfig } from '@reown/appkit/react'
import { WagmiAdapter } from '@reown/appkit-adapter-wagmi'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { WagmiProvider } from 'wagmi'
import { backend, writeMessage } from './backend.ts'

/** Its sessions are those of the backend, which has one for each browser. */
const siwx: SIWXConfig = {
  async createMessage({ accountAddress, chainId }) {
    const nonce = await backend.getNonce()
    const address = accountAddress as `0x${string}`
    const message = writeMessage({ nonce, address, chainId: Number(chainId.split(':')[1]) })
    const { host: domain, origin: uri } = window.location
    return { accountAddress, chainId, domain, uri, nonce, version: '1', toString: () => message }
  },
  async addSession(signed) {
    if (!(await backend.verify(signed))) throw new Error('The backend refused the signature.')
  },
  async getSessions(chainId, accountAddress) {
    const session = await backend.getSession()
    if (session?.address.toLowerCase() !== accountAddress.toLowerCase()) return []
    const { host: domain, origin: uri } = window.location
    const data = { accountAddress, chainId, domain, uri, nonce: '', version: '1' }
    return [{ data, message: '', signature: '' }]
  },
  async revokeSession() {
    await backend.signOut()
  },
  async setSessions(sessions) {
    if (sessions.length === 0) await backend.signOut()
  },
}

/** From https://dashboard.reown.com, for your own dapp. */
const projectId = '00000000000000000000000000000000'
const adapter = new WagmiAdapter({ networks: [mainnet], projectId })
createAppKit({
  adapters: [adapter],
  networks: [mainnet],
  projectId,
  features: { analytics: false },
  siwx,
})

const queryClient = new QueryClient()

export function Kit() {
  return (
    <WagmiProvider config={adapter.wagmiConfig}>
      <QueryClientProvider client={queryClient}>
        <appkit-button />
      </QueryClientProvider>
    </WagmiProvider>
  )
}
