export { installTakokit } from '../playwright/installTakokit.ts'
export type { InstalledTakokit, PageWallet } from '../playwright/PageWallet.ts'
export type { Answer, TakokitOptions } from '../playwright/TakokitOptions.ts'
