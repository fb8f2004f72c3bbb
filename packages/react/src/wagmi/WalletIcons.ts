/** Images of wallets, by the id of wagmi's connector: `data:` or a URL. */
export type WalletIcons = Readonly<Record<string, string>>
