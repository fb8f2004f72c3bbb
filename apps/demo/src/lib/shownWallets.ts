import { createConfig, custom } from 'wagmi'
import { mainnet } from 'wagmi/chains'
import { injected } from 'wagmi/connectors'

const provider = { request: () => new Promise<never>(() => {}), on() {}, removeListener() {} }

/** Wallets that a visitor may have, for a dialog that is only looked at. */
const wallets = [
  { name: 'Harbour', hue: 200 },
  { name: 'Lantern', hue: 35 },
  { name: 'Northwind', hue: 160 },
  { name: 'Tidewater', hue: 277 },
]

const iconOf = (hue: number) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${hue} 70% 45%)"/><circle cx="20" cy="20" r="9" fill="none" stroke="#fff" stroke-width="4"/></svg>`)}`

/** Remembers nothing, and knows none of the visitor's own wallets. */
export const shownWallets = createConfig({
  chains: [mainnet],
  multiInjectedProviderDiscovery: false,
  storage: null,
  connectors: wallets.map(({ name, hue }) =>
    injected({ target: { id: name, name, icon: iconOf(hue), provider: provider as never } }),
  ),
  transports: { [mainnet.id]: custom(provider) },
})
