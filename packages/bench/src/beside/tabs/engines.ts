import type { Peer } from '../peers/versions.ts'

/** An engine that the page can open, and its settings: the most careful that its documentation has. */
export interface Engine {
  name: string
  label: string
  of: readonly Peer[]
  settings: string
  /** Whether it renews only when it is asked for a token. */
  isOnDemand?: boolean
}

export const engines: readonly Engine[] = [
  { name: 'takokit', label: 'takokit', of: [], settings: 'defaults' },
  {
    name: 'supabase',
    label: 'supabase auth-js',
    of: ['@supabase/auth-js'],
    settings: 'defaults: local storage, `autoRefreshToken`',
  },
  {
    name: 'supabaseLock',
    label: 'supabase auth-js, `navigatorLock`',
    of: ['@supabase/auth-js'],
    settings: 'the same with `lock: navigatorLock`, which is deprecated',
  },
  {
    name: 'oidc',
    label: 'oidc-client-ts',
    of: ['oidc-client-ts'],
    settings:
      'local storage, `automaticSilentRenew`; a caller waits for its events and reads the store again',
  },
  {
    name: 'auth0',
    label: 'auth0-spa-js',
    of: ['@auth0/auth0-spa-js'],
    settings: '`useRefreshTokens`, `cacheLocation: "localstorage"`, `getTokenSilently()`',
    isOnDemand: true,
  },
  {
    name: 'keycloak',
    label: 'keycloak-js',
    of: ['keycloak-js'],
    settings:
      'a session of its own in each tab, since it shares none; `updateToken(30)`, also in `onTokenExpired`',
  },
  {
    name: 'axios',
    label: 'axios-auth-refresh',
    of: ['axios', 'axios-auth-refresh'],
    settings:
      'tokens in local storage, read for each request; `createAuthRefresh` with its defaults',
    isOnDemand: true,
  },
]
