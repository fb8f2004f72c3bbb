/** Cloudreve's format of an instant. */
export interface InstantFormat {
  /** Digits after the second. Go omits trailing zeros, so a document shows six and a server up to nine. */
  fractionDigits: number
  /** `+08:00`, `-03:30` or `Z`. */
  zoneOffset: string
}

/** An RFC 3339 instant in a zone, as Go prints it. */
export function formatInstant(at: number, { fractionDigits, zoneOffset }: InstantFormat): string {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(zoneOffset) ?? []
  const offsetMinutes = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  const local = new Date(at + offsetMinutes * 60_000).toISOString()
  // A server's clock is finer than ours; digits below the millisecond are invented.
  const fraction = `${local.slice(20, 23)}762123`.slice(0, fractionDigits)
  return `${local.slice(0, 19)}${fraction && `.${fraction}`}${zoneOffset}`
}
