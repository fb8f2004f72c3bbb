import { relay } from './app/relay'
import { guard } from './session'

export const proxy = guard(relay)
export const config = { matcher: '/members' }
