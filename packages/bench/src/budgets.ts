/** What an import may add to an application that already has React, wagmi, viem and TanStack Query: bytes of gzip at start. */
export interface Budget {
  name: string
  entry: string
  maxBytes: number
  /** Texts that must not be in the bundle, at start or later. */
  without?: readonly string[]
}

const actions = 'createAuthClient, signIn, signOut, getSession, getAuthToken, authFetch'

export const budgets: readonly Budget[] = [
  {
    name: 'createTakoMessage',
    entry: `export { createTakoMessage } from '@takokit/core'`,
    maxBytes: 1_000,
  },
  {
    name: 'core with Tako',
    entry: `export { ${actions}, tako } from '@takokit/core'`,
    maxBytes: 8_000,
    // A provider that is not imported adds nothing.
    without: [
      '/auth/refresh-token',
      '/session/token',
      'x-takokit',
      'wants you to sign in with your Ethereum account:',
    ],
  },
  {
    name: 'core with Tako, TalkStack, Cloudreve and relayed',
    entry: `export { ${actions}, startSession, tako, talkstack, cloudreve, relayed } from '@takokit/core'`,
    maxBytes: 9_000,
  },
  {
    name: 'core with Tako and siwe',
    entry: `export { ${actions}, tako, siwe } from '@takokit/core'`,
    maxBytes: 8_700,
  },
  {
    name: '@takokit/core/siwe: parseSiweMessage, createSiweMessage',
    entry: `export { parseSiweMessage, createSiweMessage } from '@takokit/core/siwe'`,
    maxBytes: 4_000,
  },
  {
    name: '<TakoSignIn/>, core included',
    entry: `export { AuthProvider, TakoSignIn } from '@takokit/react'; export { createAuthClient, tako } from '@takokit/core'`,
    maxBytes: 14_000,
  },
  {
    // A component that draws nothing.
    name: '@takokit/devtools in production',
    entry: `export { TakoDevtools } from '@takokit/devtools'`,
    maxBytes: 80,
    without: ['devtools', 'attachShadow', 'BroadcastChannel'],
  },
]

export const maxCssBytes = 3_000
