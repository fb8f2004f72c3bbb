/**
 * Path and query of a URL with every query value replaced.
 *
 * The private cloud has refresh tokens in the query, so only values known to be harmless stay.
 */
export function redactPath(url: string): string {
  const { pathname, searchParams } = new URL(url)
  const query = [...searchParams].map(([name, value]) =>
    name === 'grant_type' && value === 'refresh_token'
      ? `${name}=${value}`
      : `${encodeURIComponent(name)}=[redacted]`,
  )
  return query.length > 0 ? `${pathname}?${query.join('&')}` : pathname
}
