export { installTakokit } from '../playwright/installTakokit.ts'
export type { InstalledTakokit, PageWallet } from '../playwright/PageWallet.ts'
export type { TakokitOptions } from '../playwright/TakokitOptions.ts'
export type { Answer } from '../urls/Answer.ts'
