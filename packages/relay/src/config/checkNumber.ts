import { invalid } from './invalid.ts'

/** Timers fire at once if they should fire later than this. */
export const maxTimerMs = 2 ** 31 - 1
/** 400 days: browsers keep no cookie for longer. */
export const maxCookieMs = 400 * 86_400_000

export function isWhole(given: unknown, most: number, least = 1): given is number {
  return typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most
}

/** A whole number within bounds. Others pass arithmetic unnoticed, and fail in a timer or a store, at each request. */
export function checkNumber(field: string, given: unknown, least: number, most: number): number {
  if (isWhole(given, most, least)) return given
  throw invalid(field, `a whole number from ${least} to ${most}`, show(given))
}

/** A value in an error. JSON has no text for some numbers. */
export function show(value: unknown): string {
  const text = JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'bigint' || (typeof one === 'number' && !Number.isFinite(one))
      ? String(one)
      : one,
  )
  return String(text).slice(0, 100)
}
