'use client'

import type { ReactElement } from 'react'
import type { DevtoolsProps } from '../types/DevtoolsProps.ts'
import { DevtoolsPanel } from './DevtoolsPanel.tsx'

/** A plugin as `@tanstack/react-devtools` takes it. */
export interface TakoDevtoolsPlugin {
  id: string
  name: string
  render: ReactElement
}

/**
 * The panel as a plugin of TanStack Devtools. In a production build it draws nothing.
 *
 * @example
 * ```tsx
 * import { takoDevtoolsPlugin } from '@takokit/devtools'
 * import { TanStackDevtools } from '@tanstack/react-devtools'
 *
 * // Inside of <AuthProvider>.
 * export const Devtools = () => <TanStackDevtools plugins={[takoDevtoolsPlugin()]} />
 * ```
 */
export function takoDevtoolsPlugin(props: DevtoolsProps = {}): TakoDevtoolsPlugin {
  const render = process.env.NODE_ENV === 'production' ? <></> : <DevtoolsPanel {...props} />
  return { id: 'takokit', name: 'takokit', render }
}
