export {
  type HasSession,
  type MatcherAnswer,
  type SessionOf,
  takokitMatchers,
} from '../matchers/takokitMatchers.ts'
export { createWorld } from '../world/createWorld.ts'
export type { World } from '../world/World.ts'
export type { WorldClock } from '../world/WorldClock.ts'
export type { WorldParameters, WorldWallet } from '../world/WorldParameters.ts'
