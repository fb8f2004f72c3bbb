/**
 * Whether a list of hosts contains a URL's host: as `host`, for all its ports, or as `host:port`. Brackets around an IPv6
 * address are optional.
 */
export function isAllowedUpstream(url: URL, allowed: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'http:' ? '80' : '443')
  return allowed.some((entry) => {
    const { host, port: only } = readEntry(entry.trim())
    return host === url.hostname && (only === undefined || only === port)
  })
}

function readEntry(entry: string): { host: string | undefined; port: string | undefined } {
  const isBare6 = entry.includes('::') || entry.split(':').length > 2
  const [, host = '', port] =
    isBare6 && !entry.startsWith('[')
      ? [entry, `[${entry}]`, undefined]
      : (/^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(entry) ?? [])
  // Normalized by the URL parser, so that spellings compare equal.
  const written = `http://${host}/`
  return { host: host && URL.canParse(written) ? new URL(written).hostname : undefined, port }
}
