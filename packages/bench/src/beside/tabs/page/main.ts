import type { OpenPeer } from './PeerSession.ts'

const engines: Record<string, () => Promise<{ open: OpenPeer }>> = {
  takokit: () => import('./engines/takokit.ts'),
  supabase: () => import('./engines/supabase.ts'),
  supabaseLock: () => import('./engines/supabaseLock.ts'),
  oidc: () => import('./engines/oidc.ts'),
  auth0: () => import('./engines/auth0.ts'),
  keycloak: () => import('./engines/keycloak.ts'),
  axios: () => import('./engines/axios.ts'),
}

const { engine, apiUrl } = JSON.parse(
  new URL(location.href).searchParams.get('options') ?? '{}',
) as { engine: string; apiUrl: string }
const load = engines[engine]
if (!load) throw new Error(`No engine is named "${engine}".`)
window.peer = await (await load()).open({ apiUrl })
