import { getMe } from '../../session'
import { relay } from '../relay'

export const GET = getMe(relay)
