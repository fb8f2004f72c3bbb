import { testOrigin } from './createBrowser.ts'

const body = '{"account":""}'

interface Parts {
  line?: string
  host?: string
  cookie: string
  lines?: readonly string[]
  body?: string
}

/** A request that is valid except for the given parts. */
export function writeRequest({ line = 'POST /auth/tako/token HTTP/1.1', ...parts }: Parts): string {
  const { host = 'host: dapp.example', cookie, body: text = body } = parts
  const { lines = [`content-length: ${text.length}`, 'connection: close'] } = parts
  const right = [`origin: ${testOrigin}`, 'content-type: application/json', 'x-takokit: 1']
  return [line, host, ...right, `cookie: ${cookie}`, ...lines, '', text].join('\r\n')
}

/** Invalid requests, and some that only look invalid, by the status of their response; `0` for no response. */
export function rawCases({ mine, victim }: { mine: string; victim: string }) {
  const write = (parts: Partial<Parts> = {}) => writeRequest({ cookie: mine, ...parts })
  const smuggled = write({ cookie: victim })
  const [close, chunked, length] = [
    'connection: close',
    'transfer-encoding: chunked',
    'content-length: ',
  ]
  const right = `${length}${body.length}`
  /** A body that ends at once by one reading, and is followed by a whole request by another. */
  const twoFaced = (...lines: string[]) => write({ lines, body: `0\r\n\r\n${smuggled}` })
  const inChunks = (text: string) => write({ lines: [chunked, close], body: text })
  const chunk = (size: string) => inChunks(`${size}\r\n${body}\r\n0\r\n\r\n`)
  const target = (path: string, method = 'POST', version = 'HTTP/1.1') =>
    write({ line: `${method} ${path} ${version}` })
  const token = '/auth/tako/token'
  const plus = (...lines: string[]) => write({ lines: [...lines, right, close] })

  return {
    200: {
      'what is right': write(),
      'in chunks': chunk('e'),
      'another Host': write({ host: 'host: evil.example' }),
      'two Hosts': write({ host: 'host: dapp.example\r\nhost: evil.example' }),
      'the whole address of another host': target(`http://evil.example${token}`),
      'the whole address with an empty user': target(`http://:@dapp.example${token}`),
      'a fragment': target(`${token}#x`),
      'dots that a URL parser takes out': target(`/auth/%2e%2e${token}`),
      'HTTP/1.0': target(token, 'POST', 'HTTP/1.0'),
      Expect: plus('expect: 100-continue'),
      'an upgrade': plus('connection: upgrade', 'upgrade: h2c'),
    },
    400: {
      'Content-Length and Transfer-Encoding': twoFaced(`${length}5`, chunked),
      'Transfer-Encoding and Content-Length': twoFaced(chunked, `${length}5`),
      'two Content-Lengths': twoFaced(`${length}5`, `${length}400`),
      'the same Content-Length twice': plus(right),
      'a list of Content-Lengths': twoFaced(`${length}5, 400`),
      'a Content-Length with a sign': twoFaced(`${length}+5`),
      'a negative Content-Length': twoFaced(`${length}-1`),
      'a hexadecimal Content-Length': twoFaced(`${length}0x5`),
      'an empty Content-Length': twoFaced('content-length:'),
      'a Content-Length beyond numbers': twoFaced(length + '9'.repeat(30)),
      'a space before the colon': twoFaced('content-length : 5'),
      'Transfer-Encoding twice': twoFaced(chunked, chunked),
      'an unknown Transfer-Encoding': twoFaced('transfer-encoding: xchunked'),
      'a Transfer-Encoding that ends otherwise': twoFaced(`${chunked}, identity`),
      'a Transfer-Encoding with a vertical tab': twoFaced('transfer-encoding: \x0bchunked'),
      'Transfer-Encoding in HTTP/1.0': twoFaced(chunked).replace('HTTP/1.1', 'HTTP/1.0'),
      'a folded line': twoFaced('x: y', ` ${length}5`),
      'a folded Transfer-Encoding': twoFaced('transfer-encoding:', ' chunked'),
      'a bare LF in the headers': twoFaced(`x: y\n${chunked}`, `${length}5`),
      'a bare CR in the headers': twoFaced(`x: y\r${chunked}`, `${length}5`),
      'bare LFs only': write().replaceAll('\r\n', '\n'),
      'NUL in a header': plus('x: a\0b'),
      'NUL in a name': plus('x\0: b'),
      'no name': plus(': b'),
      'a chunk of a negative size': chunk('-e'),
      'a chunk whose size has a prefix': chunk('0xe'),
      'a chunk beyond numbers': chunk('f'.repeat(17)),
      'a chunk whose size ends in LF': chunk('e').replace('e\r\n{', 'e\n{'),
      'a chunk that is longer than it says': inChunks(`5\r\n${smuggled}\r\n0\r\n\r\n`),
      'no Host': write({ host: 'x: y' }),
      'a Host that is none': write({ host: 'host: a/../b@c' }),
      'the whole address of another scheme': target(`ftp://evil.example${token}`),
      'the whole address with a user': target(`http://user@dapp.example${token}`),
      'the whole address with a user and a password': target(`http://a:b@evil.example${token}`),
      'the whole address with encoded userinfo': target(`https://%00%0a:%ff@x.example${token}`),
      'the whole address with a password alone': target(`http://:b@dapp.example${token}`),
      'a Host with a user': write({ host: 'host: user@dapp.example' }),
      'OPTIONS of all': target('*', 'OPTIONS'),
      'a backslash': target(`/\\${token}`),
      'NUL in the path': target(`${token}\0`),
      'bytes beyond ASCII': target(`${token}\xff`),
      'HTTP/1.0 without Host': write({ line: `POST ${token} HTTP/1.0`, host: 'x: y' }),
      'HTTP/0.9': `GET ${token}\r\n\r\n`,
      'HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      'HTTP of the future': target(token, 'POST', 'HTTP/9.9'),
      TLS: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      'an unknown method': target(token, 'BREW'),
      'a method in another case': target(token, 'post'),
    },
    401: {
      'two cookies of one name': plus(`cookie: ${victim}`),
      // Trailer fields do not count as the request's: they sign nothing in.
      trailers: write({
        cookie: 'a=b',
        lines: [chunked, close],
        body: `e\r\n${body}\r\n0\r\ncookie: ${mine}\r\n\r\n`,
      }),
    },
    403: { 'two Origins': plus('origin: https://evil.example') },
    404: {
      'an authority as path': target(`/${token}`),
      'an encoded NUL': target(`${token}%00`),
      'encoded dots': target('/auth/tako/%2e%2e/%2e%2e/v2/refresh_token'),
    },
    405: {
      TRACE: target(token, 'TRACE'),
      PURGE: target(token, 'PURGE'),
      'a request as the body of GET': write({ line: `GET ${token} HTTP/1.1`, body: smuggled }),
    },
    413: { 'chunk extensions without end': chunk(`e;${'x'.repeat(20_000)}`) },
    415: { 'two types': plus('content-type: text/plain') },
    417: { 'an unknown Expect': plus('expect: the-unexpected') },
    431: {
      'a path without end': target(`/auth/${'a'.repeat(40_000)}`),
      'headers without end': plus(`x: ${'a'.repeat(40_000)}`),
    },
    0: { CONNECT: target('evil.example:443', 'CONNECT') },
  }
}
