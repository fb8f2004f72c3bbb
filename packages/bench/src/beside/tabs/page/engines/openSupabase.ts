import { AuthClient, type GoTrueClientOptions } from '@supabase/auth-js'
import { callWith } from '../callWith.ts'
import type { PeerSession } from '../PeerSession.ts'

/** The defaults of supabase-js: renewed in the background, kept in local storage. */
export function openSupabase(apiUrl: string, options: Partial<GoTrueClientOptions>): PeerSession {
  const auth = new AuthClient({
    url: apiUrl,
    storage: localStorage,
    storageKey: 'peer',
    autoRefreshToken: true,
    persistSession: true,
    detectSessionInUrl: false,
    flowType: 'pkce',
    ...options,
  })
  const read = ({
    data,
    error,
  }: Awaited<ReturnType<AuthClient['getSession' | 'refreshSession']>>) => {
    if (!data.session) throw error ?? new Error('signed out')
    return data.session.access_token
  }
  const token = async () => read(await auth.getSession())
  return {
    async start({ access_token, refresh_token }) {
      await auth.setSession({ access_token, refresh_token })
    },
    async resume() {
      await auth.initialize()
    },
    token,
    call: (url) => callWith(url, token, async () => read(await auth.refreshSession())),
  }
}
