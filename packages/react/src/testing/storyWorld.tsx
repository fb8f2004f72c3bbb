import type { ReactNode } from 'react'
import type { LocaleOption } from '../strings/Locale.ts'
import { App } from './App.tsx'
import { createWorld, type World, type WorldParameters } from './createWorld.ts'

/** The result of a story's loader. */
export interface Loaded {
  world: World
}

/** The fixed time of stories, so that they look the same tomorrow. */
const storyAt = Date.UTC(2026, 0, 15, 9, 30)

export interface StoryWorldParameters extends WorldParameters {
  isSignedIn?: boolean
}

/** A loader that gives a story its own environment. */
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

/** Renders a story inside its loader's result, in the language of the toolbar. */
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

/** Three wallets that a user may have. */
export const threeWallets = [{ name: 'Harbour' }, { name: 'Lantern' }, { name: 'Northwind' }]
