import type { ReactNode } from 'react'
import type { LocaleOption } from '../strings/Locale.ts'
import { App } from './App.tsx'
import { createWorld, type World, type WorldParameters } from './createWorld.ts'

/** What a story’s loader prepared. */
export interface Loaded {
  world: World
}

/** Stories stand still at this moment, so that they look the same tomorrow. */
export const storyAt = Date.UTC(2026, 0, 15, 9, 30)

export interface StoryWorldParameters extends WorldParameters {
  isSignedIn?: boolean
}

/** A loader that gives a story surroundings of its own. */
export function inWorld({ isSignedIn, ...parameters }: StoryWorldParameters = {}) {
  const wallets = parameters.wallets ?? [{ name: 'Harbour' }]
  return async (): Promise<Loaded> => {
    const world = createWorld({
      at: storyAt,
      ...parameters,
      wallets: isSignedIn ? wallets.map((wallet) => ({ ...wallet, isAuthorized: true })) : wallets,
    })
    if (isSignedIn) await world.signInBefore()
    return { world }
  }
}

/** Draws a story inside of what its loader prepared, in the language of the toolbar. */
export function renderIn(
  draw: () => ReactNode,
  { loaded, globals }: { loaded: Partial<Loaded>; globals: Record<string, unknown> },
) {
  const { world } = loaded
  if (!world) return <></>
  return (
    <App
      world={world}
      locale={globals.locale === 'en' ? undefined : (globals.locale as LocaleOption)}
    >
      {draw()}
    </App>
  )
}

/** Three wallets that a person may have. */
export const threeWallets = [{ name: 'Harbour' }, { name: 'Lantern' }, { name: 'Northwind' }]
