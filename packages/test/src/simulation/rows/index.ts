import { asleep, clockStepped, offline } from './away.ts'
import { chaos } from './chaos.ts'
import { holderClosed, holderFrozen } from './holderGone.ts'
import { answerLost, requestLost } from './lostOnTheWay.ts'
import { noFault } from './noFault.ts'
import type { Row } from './Row.ts'
import { outOfOrder, refused, refusedByMistake, throttled } from './serverTrouble.ts'
import { signOutMeanwhile } from './signOut.ts'
import { cleared, diskFull, staleReads } from './storage.ts'
import { openedMeanwhile, refusedCalls, twoAccounts } from './together.ts'

/** The table of faults, and what else can happen. */
export const rows: readonly Row[] = [
  noFault,
  requestLost,
  answerLost,
  holderClosed,
  holderFrozen,
  throttled,
  outOfOrder,
  refused,
  refusedByMistake,
  offline,
  asleep,
  clockStepped,
  signOutMeanwhile,
  diskFull,
  staleReads,
  cleared,
  openedMeanwhile,
  twoAccounts,
  refusedCalls,
  ...Array<Row>(10).fill(chaos),
]
