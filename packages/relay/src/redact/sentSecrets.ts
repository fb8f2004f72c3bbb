/** Headers that hold no secret, or must stay readable. */
const plainHeaders = new Set(['accept', 'content-type', 'user-agent', 'x-request-id'])
const plainFields = new Set(['grant_type'])
/** Members of a response that hold tokens and the like, whatever the API. */
const secretField = /token|secret|signature|jwt|password|ticket/i

/** The values in an upstream request that no error may quote. */
export function sentSecrets(
  url: string,
  headers: Headers,
  body: RequestInit['body'] | undefined,
): string[] {
  const texts: string[] = []
  headers.forEach((value, name) => {
    if (!plainHeaders.has(name)) texts.push(value, value.replace(/^\w+ +/, ''))
  })
  for (const [name, value] of new URL(url).searchParams)
    if (!plainFields.has(name)) texts.push(value)
  if (body instanceof URLSearchParams || typeof body === 'string')
    texts.push(String(body), ...fieldsOf(String(body)))
  return texts
}

/** The tokens in a response: a parser that fails on it may quote it. */
export function receivedSecrets(text: string): string[] {
  return leaves(parse(text)).flatMap(([name, value]) => (secretField.test(name) ? [value] : []))
}

function fieldsOf(body: string): string[] {
  const json = parse(body)
  const fields = json === undefined ? [...new URLSearchParams(body)] : leaves(json)
  return fields.flatMap(([name, value]) => (plainFields.has(name) ? [] : [value]))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The strings in a JSON value, each with the name of its member. */
function leaves(value: unknown, name = '', depth = 0): [name: string, value: string][] {
  if (typeof value === 'string') return [[name, value]]
  if (typeof value !== 'object' || value === null || depth > 8) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, Array.isArray(value) ? name : key, depth + 1),
  )
}
