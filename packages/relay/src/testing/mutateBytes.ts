import fc from 'fast-check'

const pieces = [
  ...[
    '\r',
    '\n',
    '\r\n',
    '\r\n\r\n',
    '\0',
    '\t',
    ' ',
    ':',
    ';',
    ',',
    '/',
    '\\',
    '\xff',
    '%2e%2e',
    '%00',
  ],
  ...[
    'content-length: 0\r\n',
    'content-length: 14\r\n',
    'Content-Length : 3\r\n',
    'content-length: -1\r\n',
  ],
  ...[
    'transfer-encoding: chunked\r\n',
    'Transfer-Encoding:\tchunked\r\n',
    'transfer-encoding: x\r\n',
  ],
  ...[
    ' folded\r\n',
    'host: evil.example\r\n',
    'cookie: a=b\r\n',
    'expect: 100-continue\r\n',
    'expect: x\r\n',
  ],
  ...[
    'upgrade: h2c\r\nconnection: upgrade\r\n',
    'connection: keep-alive\r\n',
    'HTTP/1.0',
    'HTTP/9.9',
  ],
  ...[
    'CONNECT ',
    'OPTIONS * ',
    'http://evil.example',
    '//',
    '0\r\n\r\n',
    'ffffffffffffffff',
    'x'.repeat(40_000),
  ],
]

type Edit = (text: string) => string

const insert = fc.tuple(fc.nat(), fc.constantFrom(...pieces)).map(([at, piece]): Edit => {
  return (text) => {
    const start = at % (text.length + 1)
    return text.slice(0, start) + piece + text.slice(start)
  }
})

/** Inserted as a whole line, so that the parser takes it for a field. */
const insertLine = fc.tuple(fc.nat(), fc.constantFrom(...pieces)).map(([at, piece]): Edit => {
  return (text) => {
    const lines = text.split('\r\n')
    const index = at % lines.length
    return [...lines.slice(0, index), piece + (lines[index] ?? ''), ...lines.slice(index + 1)].join(
      '\r\n',
    )
  }
})

const cut = fc.tuple(fc.nat(), fc.nat({ max: 40 })).map(([at, length]): Edit => {
  return (text) => {
    const start = at % (text.length + 1)
    return text.slice(0, start) + text.slice(start + length)
  }
})

const end = fc.nat().map(
  (at): Edit =>
    (text) =>
      text.slice(0, at % (text.length + 1)),
)

const doubleLine = fc.tuple(fc.nat(), fc.nat()).map(([from, to]): Edit => {
  return (text) => {
    const lines = text.split('\r\n')
    lines.splice(to % lines.length, 0, lines[from % lines.length] ?? '')
    return lines.join('\r\n')
  }
})

const flip = fc.tuple(fc.nat(), fc.nat({ max: 255 })).map(([at, code]): Edit => {
  return (text) => {
    const start = at % (text.length + 1)
    return text.slice(0, start) + String.fromCharCode(code) + text.slice(start + 1)
  }
})

/** Texts that stand for bytes (Latin-1): one of these with a few changes of kinds that upset parsers. */
export function mutateBytes(seeds: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.oneof(
    insert,
    { weight: 3, arbitrary: insertLine },
    cut,
    end,
    { weight: 2, arbitrary: doubleLine },
    flip,
  )
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 3 }))
    .map(([seed, edits]) => edits.reduce((text, change) => change(text), seed))
}
