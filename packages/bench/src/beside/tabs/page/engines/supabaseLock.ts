import { navigatorLock } from '@supabase/auth-js'
import type { OpenPeer } from '../PeerSession.ts'
import { openSupabase } from './openSupabase.ts'

/** Its lock over tabs, which is deprecated and goes with its next major version. */
export const open: OpenPeer = ({ apiUrl }) => openSupabase(apiUrl, { lock: navigatorLock })
