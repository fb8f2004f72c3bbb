/** A wallet's name in sentences. `undefined` for connectors named after their transport, as wagmi's own are. */
export function nameOf(walletName = ''): string | undefined {
  const isNamed = walletName && !/^(injected|walletconnect)$/i.test(walletName)
  return isNamed ? walletName : undefined
}
