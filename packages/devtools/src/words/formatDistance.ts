import { formatDuration } from './formatDuration.ts'

/** "in 4 min 10 s", "4 s ago", or a dash. */
export function formatDistance(at: number | undefined, nowAt: number): string {
  if (at === undefined) return '–'
  const text = formatDuration(Math.abs(at - nowAt))
  return at >= nowAt ? `in ${text}` : `${text} ago`
}
