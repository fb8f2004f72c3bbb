import type { BrowserContext } from '@playwright/test'
import type { TestWallet } from '@takokit/test-wallet'
import { announceInPage, type WalletAnswer } from './announceInPage.ts'

const names = { request: 'takokitRequest', event: 'takokit:wallet' }
const events = ['accountsChanged', 'chainChanged', 'connect', 'disconnect'] as const

/** Announces the wallets to every page of the context. One wallet for all of them, which outlives a reload, as an extension. */
export async function injectWallets(
  context: BrowserContext,
  wallets: readonly TestWallet[],
): Promise<void> {
  await context.exposeFunction(
    names.request,
    async (index: number, method: never, params: never): Promise<WalletAnswer> => {
      try {
        return { result: await wallets[index]?.provider.request({ method, params }) }
      } catch (error) {
        const { message, code, data } = error as Error & { code?: number; data?: unknown }
        return { error: { message, code, data } }
      }
    },
  )
  await context.addInitScript(announceInPage, { infos: wallets.map(({ info }) => info), names })
  wallets.forEach(({ provider }, index) => {
    for (const name of events)
      provider.on(name, (value: unknown) => {
        const event = { index, name, value }
        // A page that navigates or closes asks again by itself.
        for (const page of context.pages())
          for (const frame of page.frames())
            frame.evaluate(emitInPage, { type: names.event, event }).catch(() => {})
      })
  })
}

/** Runs in a page. */
function emitInPage({ type, event }: { type: string; event: unknown }): void {
  dispatchEvent(new CustomEvent(type, { detail: event }))
}
