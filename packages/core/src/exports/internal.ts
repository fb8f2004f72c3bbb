/** Internals for the other packages of the kit. They have no stable version: they change with any release. */
export {
  judgeRotation,
  type Rotation,
  type RotationPolicy,
  type RotationTally,
} from '../refresh/judgeRotation.ts'
export { assertOutcome } from '../refresh/assertOutcome.ts'
export { assertToken } from '../tokens/isToken.ts'
export { parseRetryAfter } from '../utils/parseRetryAfter.ts'
