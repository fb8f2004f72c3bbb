import type { Platform } from '../types/Platform.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { EngineOptions } from './EngineOptions.ts'
import type { HeldTokens } from './HeldTokens.ts'

type Clocks = Pick<Platform, 'now' | 'monotonic'>

/** Longer timers fire at once in every browser. */
export const maxTimerMs = 2 ** 31 - 1

/** The age at which a token is refreshed in the background (soft), and the age at which callers wait for the refresh (hard). */
export function deadlines(
  lifetimeMs: number,
  { jitter, isVisible }: { jitter: number; isVisible: boolean },
  options: EngineOptions,
): { softMs: number; hardMs: number } {
  const hardMs = lifetimeMs < 300_000 ? lifetimeMs * 0.9 : lifetimeMs - options.hardMarginMs
  const spread = (jitter * 2 - 1) * options.jitterRatio
  const ratio = options.softRatio + spread + (isVisible ? 0 : options.hiddenRatio)
  return { softMs: Math.min(lifetimeMs * ratio, hardMs), hardMs }
}

/**
 * The age of a token. The wall clock steps and the monotonic clock may stop during sleep, so the larger age counts: a wrong guess
 * costs one refresh, and no token is used too long.
 */
export function ageOf(held: HeldTokens, clocks: Clocks): number {
  return Math.max(clocks.now() - held.record.requestedAt, clocks.monotonic() - held.monotonicAt)
}

/** The time until a token is refreshed in the background. */
export function softLeftMs(
  held: HeldTokens,
  { platform, options }: { platform: Clocks & Pick<Platform, 'isVisible'>; options: EngineOptions },
): number {
  const place = { jitter: held.jitter, isVisible: platform.isVisible() }
  return deadlines(held.record.lifetimeMs, place, options).softMs - ageOf(held, platform)
}

/** Takes over stored tokens. A time in the future means that a clock was set back: the age is unknown, so they are due. */
export function toHeldTokens(
  record: SessionRecord,
  tokens: TokenSet | undefined,
  platform: Pick<Platform, 'now' | 'monotonic' | 'random'>,
): HeldTokens {
  const age = platform.now() - record.requestedAt
  const monotonicAt = platform.monotonic() - (age < -60_000 ? record.lifetimeMs : Math.max(age, 0))
  return { record, tokens, monotonicAt, jitter: platform.random() }
}
