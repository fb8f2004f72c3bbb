import type { OpenPeer } from '../PeerSession.ts'
import { openSupabase } from './openSupabase.ts'

export const open: OpenPeer = ({ apiUrl }) => openSupabase(apiUrl, {})
