import { describe, expect, test } from 'vitest'
import { createSiweMessage } from './createSiweMessage.ts'
import { parseSiweMessage } from './parseSiweMessage.ts'

const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const plain = [
  'vault.example.net wants you to sign in with your Ethereum account:',
  address,
  '',
  'Open the vault.',
  '',
  'URI: https://vault.example.net/session',
  'Version: 1',
  'Chain ID: 1',
  'Nonce: k7Qm2xZp9Lr4Tb0w',
  'Issued At: 2026-03-14T09:25:00.000Z',
].join('\n')
const bare = plain.replace('Open the vault.\n', '')

const withField = (line: string) => `${plain}\n${line}`
const withUri = (uri: string) => plain.replace('https://vault.example.net/session', uri)
const withDomain = (domain: string) => plain.replace('vault.example.net', domain)
const withTime = (time: string) => plain.replace('2026-03-14T09:25:00.000Z', time)

describe('parseSiweMessage', () => {
  test('default', () => {
    const full = [
      `https://${plain}`,
      'Expiration Time: 2026-03-14T10:00:00.0009Z',
      'Not Before: 2026-03-14T09:20:00.0001+00:00',
      'Request ID: req-7',
      'Resources:',
      '- https://vault.example.net/doors/3',
      '- about:',
    ].join('\n')
    expect(parseSiweMessage(full)).toEqual({
      scheme: 'https',
      domain: 'vault.example.net',
      address,
      statement: 'Open the vault.',
      uri: 'https://vault.example.net/session',
      version: '1',
      chainId: 1n,
      nonce: 'k7Qm2xZp9Lr4Tb0w',
      issuedAt: new Date('2026-03-14T09:25:00.000Z'),
      // Neither is valid for longer than the text says.
      expirationTime: new Date('2026-03-14T10:00:00.000Z'),
      notBefore: new Date('2026-03-14T09:20:00.001Z'),
      requestId: 'req-7',
      resources: ['https://vault.example.net/doors/3', 'about:'],
    })
  })

  test('behavior: tells a text without a statement from one with an empty statement', () => {
    expect(parseSiweMessage(bare).statement).toBeUndefined()
    expect(parseSiweMessage(plain.replace('Open the vault.', '')).statement).toBe('')
  })

  test('behavior: an address in one case is written with its checksum', () => {
    for (const written of [address.toLowerCase(), `0x${address.slice(2).toUpperCase()}`])
      expect(parseSiweMessage(plain.replace(address, written)).address).toBe(address)
  })

  test('behavior: a chain beyond the safe integers keeps all its digits', () => {
    const text = plain.replace('Chain ID: 1', 'Chain ID: 009007199254740993')
    expect(parseSiweMessage(text).chainId).toBe(9_007_199_254_740_993n)
  })

  test.each([
    ['a host of IPv4 with a port', withDomain('127.0.0.1:5173')],
    ['a port without digits', withDomain('vault.example.net:')],
    ['user info with a colon', withDomain('a:b@vault.example.net')],
    ['percent-encoding', withDomain('v%C3%A4ult.example')],
    ['an IPv6 host', withDomain('[2001:db8::7]:8443')],
    ['an IPv6 host of zeros', withDomain('[::]')],
    ['an IPv6 host in full', withDomain('[1:2:3:4:5:6:7:8]')],
    ['an IPv6 host that ends in "::"', withDomain('[1:2:3:4:5:6:7::]')],
    ['an IPv6 host with IPv4', withDomain('[::ffff:192.0.2.1]')],
    ['a later version of IP', withDomain('[v7f.a:b]')],
    [
      'a URI with user info and an IPv6 host',
      withUri('https://me@[::1]:80/a//b?c=[]'.slice(0, -2)),
    ],
    ['a URI with an empty host', withUri('file:///a')],
    ['a URI of a path with "//"', withUri('https://a.example//b')],
    ['a URI with "?" in the query and the fragment', withUri('a:b?c?d#e?f')],
    ['a leap second in another zone', withTime('1990-12-31T15:59:60-08:00')],
    ['a leap second of June with a fraction', withTime('2015-06-30T23:59:60.5Z')],
    ['the last moment of a day', withTime('2026-03-14T23:59:59.999999999999999999999999Z')],
    ['the zone -00:00', withTime('2026-03-14T09:25:00-00:00')],
    ['the year 0', withTime('0000-01-01T00:00:00Z')],
    ['an empty request id', withField('Request ID: ')],
    ['no resources', withField('Resources:')],
  ])('behavior: accepts %s', (_, text) => {
    expect(() => parseSiweMessage(text)).not.toThrow()
  })

  test.each([
    ['nothing', '', 1, 'domain'],
    ['an empty domain', withDomain(''), 1, 'domain'],
    ['a domain of a port only', withDomain(':80'), 1, 'domain'],
    ['a domain of user info only', withDomain('me@'), 1, 'domain'],
    ['a domain in letters of another script', withDomain('vаult.example'), 1, 'domain'],
    ['a domain with a path', withDomain('vault.example.net/'), 1, 'domain'],
    ['a domain with a query', withDomain('vault.example.net?'), 1, 'domain'],
    ['a domain that ends in "%4"', withDomain('a%4'), 1, 'domain'],
    ['an IPv6 host of nine groups', withDomain('[1:2:3:4:5:6:7:8:9]'), 1, 'domain'],
    ['an IPv6 host of seven groups', withDomain('[1:2:3:4:5:6:7]'), 1, 'domain'],
    ['an IPv6 host with "::" for nothing', withDomain('[1:2:3:4::5:6:7:8]'), 1, 'domain'],
    ['an IPv6 host with two "::"', withDomain('[1::2::3]'), 1, 'domain'],
    ['an IPv6 host with ":::"', withDomain('[:::1]'), 1, 'domain'],
    ['an IPv6 host of five digits', withDomain('[12345::]'), 1, 'domain'],
    ['an IPv6 host with IPv4 first', withDomain('[192.0.2.1::]'), 1, 'domain'],
    ['an IPv6 host with IPv4 of three', withDomain('[::192.0.2]'), 1, 'domain'],
    ['an IPv6 host with IPv4 above 255', withDomain('[::192.0.2.256]'), 1, 'domain'],
    ['an IPv6 host with IPv4 of leading zeros', withDomain('[::192.0.02.1]'), 1, 'domain'],
    ['an IPv6 host with a zone', withDomain('[fe80::1%25eth0]'), 1, 'domain'],
    ['text after the bracket', withDomain('[::1]a'), 1, 'domain'],
    ['text before the bracket', withDomain('a[::1]'), 1, 'domain'],
    ['a later version of IP without an address', withDomain('[v7.]'), 1, 'domain'],
    ['a later version of IP without a number', withDomain('[v.a]'), 1, 'domain'],
    ['an empty scheme', `://${plain}`, 1, 'scheme'],
    ['a scheme that begins with a digit', `1a://${plain}`, 1, 'scheme'],
    ['the address with "0X"', plain.replace('0x', '0X'), 2, 'address'],
    ['a wrong checksum', plain.replace('0x70997970C', '0x70997970c'), 2, 'address'],
    ['a digit that is no ASCII digit', plain.replace('0x7', '0x７'), 2, 'address'],
    ['a percent sign in the statement', plain.replace(' the', '%20'), 4, 'statement'],
    ['a line that ends in a carriage return', plain.replaceAll('\n', '\r\n'), 1, 'domain'],
    ['a URI without a scheme', withUri('vault.example.net'), 6, 'uri'],
    ['a URI with a colon in its path only', withUri('/a:b'), 6, 'uri'],
    ['a URI with two fragments', withUri('a:b#c#d'), 6, 'uri'],
    ['a URI with brackets in its path', withUri('a:[b]'), 6, 'uri'],
    ['a URI with a bad port', withUri('a://b:c/d'), 6, 'uri'],
    ['a URI with a backslash', withUri('a:b\\c'), 6, 'uri'],
    ['a URI in letters of another script', withUri('https://é.example'), 6, 'uri'],
    ['no chain', plain.replace('Chain ID: 1', 'Chain ID: '), 8, 'chain-id'],
    ['a negative chain', plain.replace('Chain ID: 1', 'Chain ID: -1'), 8, 'chain-id'],
    ['seven characters of a nonce', plain.replace('k7Qm2xZp9Lr4Tb0w', 'k7Qm2xZ'), 9, 'nonce'],
    ['a nonce with "_"', plain.replace('k7Qm2xZp9', 'k7Qm2xZp_'), 9, 'nonce'],
    ['a leap second that was none', withTime('2017-12-31T23:59:60Z'), 10, 'issued-at'],
    ['a leap second in the morning', withTime('2016-12-31T08:59:60Z'), 10, 'issued-at'],
    ['the second 61', withTime('2016-12-31T23:59:61Z'), 10, 'issued-at'],
    ['29 February in 2025', withTime('2025-02-29T00:00:00Z'), 10, 'issued-at'],
    ['29 February in 2100', withTime('2100-02-29T00:00:00Z'), 10, 'issued-at'],
    ['a point without a fraction', withTime('2026-03-14T09:25:00.Z'), 10, 'issued-at'],
    ['a comma before the fraction', withTime('2026-03-14T09:25:00,5Z'), 10, 'issued-at'],
    ['a space in place of T', withTime('2026-03-14 09:25:00Z'), 10, 'issued-at'],
    ['the zone +24:00', withTime('2026-03-14T09:25:00+24:00'), 10, 'issued-at'],
    ['the zone +00:60', withTime('2026-03-14T09:25:00+00:60'), 10, 'issued-at'],
    ['a minus that is no ASCII', withTime('2026-03-14T09:25:00−01:00'), 10, 'issued-at'],
    ['day 0', withTime('2026-03-00T09:25:00Z'), 10, 'issued-at'],
    ['a second Request ID', withField('Request ID: a\nRequest ID: b'), 12, 'end'],
    ['a field in another order', withField('Request ID: a\nNot Before: b'), 12, 'end'],
    ['a label in another case', withField('expiration time: 2026-03-14T09:25:00Z'), 11, 'end'],
    ['"Resources:" with a space', withField('Resources: '), 11, 'end'],
    ['a resource with two spaces', withField('Resources:\n-  a:b'), 12, 'resource'],
    ['a request id with "/"', withField('Request ID: a/b'), 11, 'request-id'],
    ['a request id with "%"', withField('Request ID: %'), 11, 'request-id'],
  ])('behavior: refuses %s, and says the line and the rule', (_, text, line, rule) => {
    expect(() => parseSiweMessage(text)).toThrow(
      expect.objectContaining({ code: 'message/invalid', line, rule }),
    )
  })

  test('behavior: names the character, and where it stands', () => {
    expect(() => parseSiweMessage(plain.replace('Open', 'Open <b>'))).toThrow(
      'Line 4 of the message (statement): It holds U+003C `<` at character 6',
    )
  })

  test.each([undefined, null, 1, {}, ['a']])('behavior: %s is no text', (value) => {
    expect(() => parseSiweMessage(value as unknown as string)).toThrow(
      expect.objectContaining({ code: 'message/invalid', line: 0 }),
    )
  })

  test('parameters: maxLength', () => {
    expect(() => parseSiweMessage(plain, { maxLength: plain.length })).not.toThrow()
    for (const maxLength of [plain.length - 1, Number.NaN])
      expect(() => parseSiweMessage(plain, { maxLength })).toThrow('characters')
    expect(() => parseSiweMessage(plain.replace('vault.', 'a'.repeat(8_192)))).toThrow('8192')
  })
})

describe('createSiweMessage', () => {
  const fields = {
    domain: 'vault.example.net',
    address,
    statement: 'Open the vault.',
    uri: 'https://vault.example.net/session',
    chainId: 1,
    nonce: 'k7Qm2xZp9Lr4Tb0w',
    issuedAt: new Date('2026-03-14T09:25:00.000Z'),
  } as const

  test('default', () => {
    expect(createSiweMessage({ ...fields, address: address.toLowerCase() as `0x${string}` })).toBe(
      plain,
    )
    expect(createSiweMessage({ ...fields, statement: undefined })).toBe(bare)
  })

  test.each([
    ['a quote in the statement', { statement: 'Say "yes"' }, '`"` at character 5'],
    ['a line feed in the statement', { statement: 'a\n\nURI: b' }, 'U+000A at character 2'],
    ['a line feed in a resource', { resources: ['a:b\n- c:d'] }, 'U+000A at character 4'],
    ['a letter outside of ASCII', { statement: 'Öffnen' }, 'U+00D6 at character 1'],
    ['a relative URI', { uri: '/session' }, '`/` at character 1'],
    ['a short nonce', { nonce: '1234567' }, 'nonce'],
    ['a fraction of a chain', { chainId: 1.5 }, 'chain-id'],
    ['a date that is none', { issuedAt: new Date(Number.NaN) }, 'issued-at'],
    ['an expiry that is none', { expirationTime: new Date(Number.NaN) }, 'expiration-time'],
    ['an address that is none', { address: '0x12' }, 'address'],
  ] as const)('behavior: refuses %s', (_, changed, problem) => {
    expect(() => createSiweMessage({ ...fields, ...changed })).toThrow(problem)
    expect(() => createSiweMessage({ ...fields, ...changed })).toThrow(
      expect.objectContaining({ code: 'message/invalid' }),
    )
  })
})
