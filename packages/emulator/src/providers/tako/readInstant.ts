const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/i

/** Epoch milliseconds of an RFC 3339 date-time, or null for any other text. */
export function readInstant(text: string): number | null {
  const match = pattern.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, second, fraction = '', sign] = match
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)]
  // `setUTCFullYear`, since `Date.UTC` reads the years 0 to 99 as 1900 to 1999.
  const midnight = new Date(0)
  midnight.setUTCFullYear(y, mo - 1, d)
  const isDay = midnight.getUTCMonth() === mo - 1 && midnight.getUTCDate() === d
  // RFC 3339 allows second 60, for leap seconds.
  if (!isDay || h > 23 || mi > 59 || s > 60 || offsetHours > 23 || offsetMinutes > 59) return null
  const offsetMs = (offsetHours * 60 + offsetMinutes) * 60_000 * (sign === '-' ? -1 : 1)
  const milliseconds = Math.floor(Number(`0.${fraction || 0}`) * 1_000)
  return midnight.getTime() + ((h * 60 + mi) * 60 + s) * 1_000 + milliseconds - offsetMs
}
