import type { WalletConnector } from '../wagmi/WalletOption.ts'

/** What a wallet is called in sentences. `undefined` for connectors that are named after how they reach one, as wagmi's own are. */
export function nameOf(wallet: Pick<WalletConnector, 'name'> | undefined): string | undefined {
  return /^(injected|walletconnect)$/i.test(wallet?.name ?? '') ? undefined : wallet?.name
}
