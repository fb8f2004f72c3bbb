/**
 * What others use today, pinned. None of it is a dependency of the workspace: `installPeers` installs it on demand. The sign-in kits
 * want React 18 and wagmi 2; what an application has already is left out of every figure.
 */
export const versions = {
  '@auth0/auth0-spa-js': '2.28.3',
  '@azure/msal-browser': '5.30.0',
  '@rainbow-me/rainbowkit': '2.2.11',
  '@reown/appkit': '1.8.24',
  '@reown/appkit-adapter-wagmi': '1.8.24',
  '@reown/appkit-siwx': '1.8.21',
  '@supabase/auth-js': '2.119.1',
  '@tanstack/react-query': '5.108.0',
  '@wagmi/core': '2.22.1',
  accounts: '0.18.0',
  axios: '1.21.1',
  'axios-auth-refresh': '5.0.2',
  'better-auth': '1.7.25',
  connectkit: '1.9.2',
  'keycloak-js': '26.2.4',
  ky: '2.1.0',
  'oidc-client-ts': '3.5.0',
  react: '18.3.1',
  'react-dom': '18.3.1',
  viem: '2.57.20',
  wagmi: '2.19.5',
} as const

export type Peer = keyof typeof versions
