import type { Peer } from '../peers/versions.ts'

/** What an application imports for the same thing: to sign in with a wallet, or to keep a session fresh. */
export interface SizeEntry {
  name: string
  kind: 'kit' | 'engine'
  /** The packages whose versions are told; none for ours. */
  of: readonly Peer[]
  entry: string
  /** A stylesheet that its documentation tells to import. */
  css?: string
}

const client = `export { createAuthClient, tako } from '@takokit/core'`

/** Of each kit the parts that its documentation tells to use for a button, a dialog and a signed message; no more. */
export const sizeEntries: readonly SizeEntry[] = [
  {
    name: 'takokit `<TakoSignIn/>`',
    kind: 'kit',
    of: [],
    entry: `export { AuthProvider, TakoSignIn } from '@takokit/react'; ${client}`,
    css: '@takokit/react/styles.css',
  },
  {
    name: 'RainbowKit with authentication',
    kind: 'kit',
    of: ['@rainbow-me/rainbowkit'],
    entry: `export { ConnectButton, createAuthenticationAdapter, RainbowKitAuthenticationProvider, RainbowKitProvider } from '@rainbow-me/rainbowkit'`,
    css: '@rainbow-me/rainbowkit/styles.css',
  },
  {
    name: 'ConnectKit with SIWE',
    kind: 'kit',
    of: ['connectkit'],
    entry: `export { ConnectKitButton, ConnectKitProvider, SIWEProvider } from 'connectkit'`,
  },
  {
    name: 'AppKit with SIWX',
    kind: 'kit',
    of: ['@reown/appkit', '@reown/appkit-adapter-wagmi', '@reown/appkit-siwx'],
    entry: `export { createAppKit } from '@reown/appkit/react'; export { WagmiAdapter } from '@reown/appkit-adapter-wagmi'; export { ReownAuthentication } from '@reown/appkit-siwx'`,
  },
  {
    name: 'accounts',
    kind: 'kit',
    of: ['accounts'],
    entry: `export { Provider, tempoWallet } from 'accounts'`,
  },
  {
    name: 'takokit core with Tako',
    kind: 'engine',
    of: [],
    entry: `export { createAuthClient, signIn, signOut, getSession, getAuthToken, authFetch, tako } from '@takokit/core'`,
  },
  {
    name: 'keycloak-js',
    kind: 'engine',
    of: ['keycloak-js'],
    entry: `export { default } from 'keycloak-js'`,
  },
  {
    name: 'better-auth client with SIWE',
    kind: 'engine',
    of: ['better-auth'],
    entry: `export { createAuthClient } from 'better-auth/client'; export { siweClient } from 'better-auth/client/plugins'`,
  },
  {
    name: 'oidc-client-ts',
    kind: 'engine',
    of: ['oidc-client-ts'],
    entry: `export { UserManager, WebStorageStateStore } from 'oidc-client-ts'`,
  },
  {
    name: 'axios + axios-auth-refresh',
    kind: 'engine',
    of: ['axios', 'axios-auth-refresh'],
    entry: `export { default as axios } from 'axios'; export { default } from 'axios-auth-refresh'`,
  },
  {
    name: 'supabase auth-js',
    kind: 'engine',
    of: ['@supabase/auth-js'],
    entry: `export { AuthClient } from '@supabase/auth-js'`,
  },
  {
    name: 'auth0-spa-js',
    kind: 'engine',
    of: ['@auth0/auth0-spa-js'],
    entry: `export { createAuth0Client } from '@auth0/auth0-spa-js'`,
  },
  {
    name: 'msal-browser',
    kind: 'engine',
    of: ['@azure/msal-browser'],
    entry: `export { createStandardPublicClientApplication } from '@azure/msal-browser'`,
  },
]
