'use client'

import type { ReactNode } from 'react'
import { FloatingDevtools, type TakoDevtoolsProps } from './FloatingDevtools.tsx'

/**
 * A panel with the sessions of all tabs, their events, and what goes wrong on demand. In a production build it is nothing:
 * bundlers leave out all of it.
 *
 * @example
 * ```tsx
 * import { type AuthClient } from '@takokit/core'
 * import { TakoDevtools } from '@takokit/devtools'
 * import { AuthProvider, TakoSignIn } from '@takokit/react'
 *
 * declare const auth: AuthClient
 * export const App = () => (
 *   <AuthProvider client={auth}>
 *     <TakoSignIn />
 *     <TakoDevtools />
 *   </AuthProvider>
 * )
 * ```
 *
 * @throws {TakoKitError} `config/invalid` outside of `<AuthProvider>` without a `client`, in development.
 */
export const TakoDevtools: (props: TakoDevtoolsProps) => ReactNode =
  process.env.NODE_ENV === 'production' ? () => null : FloatingDevtools
