'use client'

import { useAuthClient } from '@takokit/react'
import type { DevtoolsProps } from '../types/DevtoolsProps.ts'
import { Isolated } from './Isolated.tsx'
import { PanelView } from './PanelView.tsx'

/**
 * The panel of `TakoDevtools` in a place of the page, in any build: for a demo, or for a page of your own staff. It shows no
 * token.
 *
 * @example
 * ```tsx
 * import { DevtoolsPanel } from '@takokit/devtools/panel'
 *
 * export const Sessions = () => <DevtoolsPanel />
 * ```
 *
 * @throws {TakoKitError} `config/invalid` outside of `<AuthProvider>` without a `client`.
 */
export function DevtoolsPanel(props: DevtoolsProps) {
  const client = useAuthClient({ client: props.client })
  return (
    <Isolated>
      <PanelView {...props} client={client} />
    </Isolated>
  )
}
