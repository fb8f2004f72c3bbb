import { render, type RenderOptions, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { WorldProviders, type WorldProvidersProps } from '../react/WorldProviders.tsx'
import { createWorld } from '../world/createWorld.ts'
import type { World } from '../world/World.ts'

export interface RenderInWorldOptions extends Omit<RenderOptions, 'queries'> {
  /** Default: `createWorld()`. */
  world?: World
  /** Props of `AuthProvider`, such as `onAccountChange`. */
  auth?: Omit<WorldProvidersProps, 'world' | 'children'>
}

/** Testing Library's result, and the world. */
export type RenderInWorldResult = RenderResult & { world: World }

/**
 * Renders a part of an application with Testing Library, inside of a world.
 *
 * @example
 * ```tsx
 * import { TakoSignIn } from '@takokit/react'
 * import { renderInWorld } from '@takokit/testing/testing-library'
 *
 * const { world, getByRole, findByRole } = renderInWorld(<TakoSignIn />)
 * getByRole('button', { name: 'Sign in' }).click()
 * await findByRole('button', { name: /Account/ })
 * console.log(world.wallet.controls.requests.byMethod.personal_sign) // 1
 * ```
 */
export function renderInWorld(
  node: ReactNode,
  options: RenderInWorldOptions = {},
): RenderInWorldResult {
  const { world = createWorld(), auth, wrapper: Own, ...rest } = options
  const wrapper = ({ children }: { children: ReactNode }) => (
    <WorldProviders world={world} {...auth}>
      {Own ? <Own>{children}</Own> : children}
    </WorldProviders>
  )
  return Object.assign(render(node, { ...rest, wrapper }), { world })
}
