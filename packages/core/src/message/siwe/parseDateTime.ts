import { parseInstant } from '../../utils/parseInstant.ts'

/** The years whose June or December ended in a leap second (IERS Bulletin C). */
const leapJunes = [1972, 1981, 1982, 1983, 1985, 1992, 1993, 1994, 1997, 2012, 2015]
const leapDecembers = [
  1972, 1973, 1974, 1975, 1976, 1977, 1978, 1979, 1987, 1989, 1990, 1995, 1998, 2005, 2008, 2016,
]

/**
 * Parses a `date-time` of RFC 3339 into epoch milliseconds; `undefined` if it is none. The second 60 is legal where there was a
 * leap second, and counts as the second after it.
 *
 * @param rounded Where a part of a millisecond goes.
 */
export function parseDateTime(text: string, rounded: 'down' | 'up' = 'down'): number | undefined {
  const instant = parseInstant(text)
  if (instant === undefined) return undefined
  if (text.slice(17, 19) === '60' && !isLeap(instant)) return undefined
  return rounded === 'up' && hasMore(text) ? instant + 1 : instant
}

/** Whether digits other than 0 follow the three of the milliseconds. */
function hasMore(text: string): boolean {
  const fraction = text.charAt(19) === '.' ? text.slice(20) : ''
  return /[1-9]/.test(fraction.slice(3, fraction.search(/[^0-9]/)))
}

/** Whether the instant is within the second after a leap second. */
function isLeap(instant: number): boolean {
  const date = new Date(instant)
  const isFirstSecond =
    instant - (instant % 1000) === Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  return (
    isFirstSecond &&
    (date.getUTCMonth() === 6
      ? leapJunes.includes(date.getUTCFullYear())
      : date.getUTCMonth() === 0 && leapDecembers.includes(date.getUTCFullYear() - 1))
  )
}
