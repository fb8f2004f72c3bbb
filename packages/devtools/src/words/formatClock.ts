const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

/** The time of day, or a dash. */
export function formatClock(at: number | undefined): string {
  return at === undefined ? '–' : time.format(at)
}
