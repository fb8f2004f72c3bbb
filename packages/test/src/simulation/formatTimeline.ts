import type { SeedReport } from './runSeed.ts'

/** A readable timeline of a run: time, tab, event. */
export function formatTimeline({ seed, story, setting, trace, violations }: SeedReport): string {
  const about = Object.entries(setting).map(([name, value]) => `  ${name}: ${value}`)
  const lines = trace.map(
    ({ at, who, what }) => `${(at / 1000).toFixed(3).padStart(14)} s  ${who.padEnd(9)} ${what}`,
  )
  const end = violations.map(({ rule, detail }) => `broken: ${rule}: ${detail}`)
  return [
    `seed ${seed}: ${story}`,
    ...about,
    '',
    ...lines,
    '',
    ...(end.length > 0 ? end : ['all promises kept']),
  ].join('\n')
}
