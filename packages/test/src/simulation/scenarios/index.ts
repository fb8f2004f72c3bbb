import { duplicated, frozenCaller, hammered, longLived, ownStorage } from './alone.ts'
import { asleep, clockStepped, clockStepsInPause, offline, signedInElsewhere } from './away.ts'
import { chaos } from './chaos.ts'
import { holderClosed, holderFrozen, holderFrozenForLong } from './holderGone.ts'
import {
  answerLost,
  answerSwallowed,
  requestLost,
  signedInMeanwhile,
  strangersAnswer,
} from './lostOnTheWay.ts'
import { noFault } from './noFault.ts'
import type { Scenario } from './Scenario.ts'
import {
  outage,
  outageOfHours,
  outOfOrder,
  refused,
  refusedByMistake,
  strangeHints,
  throttled,
} from './serverTrouble.ts'
import { frozenOverBound, slowAndFrozen, slowAnswer, slowSignIn } from './slow.ts'
import {
  signedOutWhileOpening,
  signOutAfterClearing,
  signOutAndGo,
  signOutMeanwhile,
} from './signOut.ts'
import { cleared, clearedMeanwhile, diskFull, signedInUnstored, staleReads } from './storage.ts'
import { openedMeanwhile, refusedCalls, twoAccounts } from './together.ts'
import { roomAgain, silenceMissed, slowUnnoted, thawedMeanwhile } from './unnoted.ts'

/** The table of faults, and further scenarios. */
export const scenarios: readonly Scenario[] = [
  noFault,
  requestLost,
  answerLost,
  holderClosed,
  holderFrozen,
  holderFrozenForLong,
  throttled,
  outOfOrder,
  refused,
  refusedByMistake,
  offline,
  asleep,
  clockStepped,
  signOutMeanwhile,
  signOutAfterClearing,
  diskFull,
  staleReads,
  cleared,
  clearedMeanwhile,
  openedMeanwhile,
  twoAccounts,
  refusedCalls,
  strangersAnswer,
  ownStorage,
  duplicated,
  frozenCaller,
  longLived,
  hammered,
  answerSwallowed,
  slowAnswer,
  slowAndFrozen,
  frozenOverBound,
  slowSignIn,
  strangeHints,
  signOutAndGo,
  outage,
  roomAgain,
  slowUnnoted,
  silenceMissed,
  thawedMeanwhile,
  ...Array<Scenario>(4).fill(chaos),
  outageOfHours,
  signedInUnstored,
  clockStepsInPause,
  signedOutWhileOpening,
  signedInMeanwhile,
  ...Array<Scenario>(2).fill(chaos),
  signedInElsewhere,
]
