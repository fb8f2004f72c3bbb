import type { RequestHead } from '../types/RequestHead.ts'
import type { PlainHeaders, RequestSource } from '../types/RequestSource.ts'

/** A request's headers and absolute URL. Without a URL, the `host` header says which of our origins was called. */
export function toRequestHead(source: RequestSource, origins: ReadonlySet<string>): RequestHead {
  const given = 'headers' in source ? source.headers : source
  const headers = isReader(given) ? given : { get: (name: string) => find(given, name) }
  const url = 'url' in source && URL.canParse(source.url) ? source.url : undefined
  return { url: url ?? originOf(headers.get('host'), origins), headers }
}

function isReader(
  headers: RequestHead['headers'] | PlainHeaders,
): headers is RequestHead['headers'] {
  return typeof headers.get === 'function'
}

/** All values of one name, whatever its case: a cookie that is sent twice must be seen twice. */
function find(headers: PlainHeaders, name: string): string | null {
  const values = Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]) => value ?? [])
  return values.length > 0 ? values.join(name === 'cookie' ? '; ' : ', ') : null
}

function originOf(host: string | null, origins: ReadonlySet<string>): string {
  const [first = ''] = origins
  return [...origins].find((origin) => new URL(origin).host === host) ?? first
}
