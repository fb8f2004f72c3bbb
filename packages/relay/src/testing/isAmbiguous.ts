/**
 * Whether two parsers might disagree about where a request ends (RFC 9112, 6.3 and 11.2), judged from the bytes alone: what
 * a proxy and the server behind it must agree on.
 */
export function isAmbiguous(bytes: string): boolean {
  const [head = ''] = bytes.replace(/^(\r\n)+/, '').split('\r\n\r\n', 1)
  const lines = head.split('\r\n')
  if (/[\0\r\n]/.test(lines.join(''))) return true
  const fields = lines.slice(1)
  // A folded line, a space before the colon, a line that is no field.
  if (fields.some((line) => !/^[!#$%&'*+.^_`|~\w-]+:/.test(line))) return true
  const valuesOf = (name: string) =>
    fields
      .filter((line) => line.toLowerCase().startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trim())
  const [lengths, encodings] = [valuesOf('content-length'), valuesOf('transfer-encoding')]
  if (lengths.length + encodings.length > 1) return true
  return (
    lengths.some((value) => !/^\d+$/.test(value)) ||
    encodings.some((value) => value.toLowerCase() !== 'chunked')
  )
}
