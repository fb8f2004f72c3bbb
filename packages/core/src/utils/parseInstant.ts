const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)t(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(z|[+-](\d\d):(\d\d))$/i

/**
 * Parses an RFC 3339 time into epoch milliseconds; `undefined` if it is none. Accepts any number of fractional digits (Go servers
 * write nine) and leap seconds.
 */
export function parseInstant(text: string): number | undefined {
  const match = rfc3339.exec(text)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const zoneHour = Number(match[9] ?? 0)
  const zoneMinute = Number(match[10] ?? 0)
  if (hour > 23 || minute > 59 || second > 60 || zoneHour > 23 || zoneMinute > 59) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  // A day or month out of range rolls over.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const zoneMs = (zoneHour * 60 + zoneMinute) * (match[8]?.startsWith('-') ? -60_000 : 60_000)
  return date.setUTCHours(hour, minute, second, milliseconds) - zoneMs
}
