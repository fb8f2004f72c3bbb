/** What a wallet is called in sentences. `undefined` for connectors that are named after how they reach one, as wagmi's own are. */
export function nameOf(walletName = ''): string | undefined {
  const isNamed = walletName && !/^(injected|walletconnect)$/i.test(walletName)
  return isNamed ? walletName : undefined
}
