import { WorldProviders, type WorldProvidersProps } from '@takokit/testing/react'

export type AppProps = WorldProvidersProps

/** The providers of an application, in StrictMode. */
export const App = WorldProviders
