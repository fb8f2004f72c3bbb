import type { RelayEngine } from '../RelayEngine.ts'
import { readArrived } from '../upstream/readArrived.ts'

/** The result of a task that continues in any case, or a substitute if the page has waited long enough. */
export function answerInTime<result>(
  { setTimer, timing }: Pick<RelayEngine, 'setTimer' | 'timing'>,
  work: Promise<result>,
  giveUp: () => result,
): Promise<result> {
  let stop = () => {}
  const late = new Promise<result>((resolve) => {
    stop = setTimer(() => void readArrived().then(() => resolve(giveUp())), timing.answerWithinMs)
  })
  return Promise.race([work, late]).finally(stop)
}
