export { expect } from '@playwright/test'
export type { InstalledTakokit, PageWallet } from '../playwright/PageWallet.ts'
export type { Answer, TakokitOptions } from '../playwright/TakokitOptions.ts'
export { test, type TakokitFixtures } from '../playwright/test.ts'
