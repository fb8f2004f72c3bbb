import { describe, expect, test } from 'vitest'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { defineProvider } from './defineProvider.ts'
import { cloudreve } from './cloudreve/cloudreve.ts'
import { failed } from './failed.ts'
import { relayed } from './relayed/relayed.ts'
import { tako } from './tako/tako.ts'
import { talkstack } from './talkstack/talkstack.ts'
import { contextOf } from './testing/contextOf.ts'

const refresh = async () => failed('terminal', 'provider/refused', 'no')
const define = (origin: string, name = 'mine') =>
  defineProvider({ name, origins: [origin], refresh })

describe('defineProvider', () => {
  test.each([
    'https://api.example.com',
    'https://api.example.com/v4',
    'https://api.example.com:8443',
    'https://[2001:db8::1]:8443/v4',
    'http://localhost:8000',
    'http://app.localhost/api',
    'http://127.0.0.1:8000',
    'http://[::1]:8000',
    '/tako',
    '/',
  ])('default: %s may receive tokens', (origin) => {
    expect(define(origin).origins).toEqual([origin])
  })

  test.each([
    'http://api.example.com',
    'http://localhost.example.com',
    'http://localhost@example.com',
    'http://127.0.0.1.example.com',
    'http://notlocalhost',
    '//example.com',
    'ftp://example.com',
    'javascript:alert(1)',
    'api.example.com',
    '',
    ' https://api.example.com',
    'https://api.example.com ',
    'https://api.exam ple.com',
    'https://',
    'https:///api.example.com',
    'https://user:secret@api.example.com',
    'https://api.example.com@evil.example',
    'https:\\\\evil.example',
    'https://api.example.com\\@evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    'java\nscript:alert(1)',
    'https://api.example.com/\u0000',
    'https://api.example.com/\u0085',
    'https://api.example.com/\u202e',
    'https://api.example.com/\u2028',
    'https://api.example.com/\ud800',
    'data:text/html,x',
    'blob:https://api.example.com/1',
    'file:///etc/passwd',
    // What follows would become part of the query or the fragment.
    'https://api.example.com/?x=1',
    'https://api.example.com?x=1',
    'https://api.example.com/v4#',
    'https://api.example.com#top',
    '/auth?x=1',
    '/auth#',
    '/auth/?',
    '?x',
    '#x',
    '/?//evil.example',
    '///evil.example',
    'auth',
    './auth',
    '../auth',
    'HTTP://api.example.com',
    'http:api.example.com',
    'http:/api.example.com',
    'https:api.example.com',
    'https://:443',
    'https://user@api.example.com',
    'https://@api.example.com',
    'https://api.example.com:port',
    'http://127.0.0.1@evil.example',
    'http://127.0.0.1:80@evil.example',
    'http://[::1].evil.example',
    'http://[::ffff:127.0.0.1]',
    'http://0.0.0.0',
    'http://127.1',
    'http://2130706433',
    'https://api.example.com/\u00a0',
    'https://api.example.com/\u200b',
    'https://api.example.com/\ufeff',
    '\ufeffhttps://api.example.com',
    'ws://localhost',
    'wss://api.example.com',
    'vbscript:x',
  ])('behavior: %j may not, nor may a relay be there', (origin) => {
    for (const make of [
      () => define(origin),
      () => tako({ baseUrl: origin }),
      () => talkstack({ baseUrl: origin }),
      () => cloudreve({ baseUrl: origin }),
      // An empty prefix before the relay's path is the page's own root.
      ...(origin ? [() => relayed({ provider: 'mine', url: origin })] : []),
      () => relayed({ provider: 'mine', url: '/auth', origins: [origin] }),
    ]) {
      expect(make).toThrow(TakoKitError)
      expect(make).toThrow(expect.objectContaining({ code: 'config/invalid' }))
      expect(make).not.toThrow(/secret/)
    }
  })

  test.each([
    ['tako', tako({ baseUrl: '/' })],
    ['talkstack', talkstack({ baseUrl: '/' })],
    ['cloudreve', cloudreve({ baseUrl: '/' })],
    ['relayed', relayed({ provider: 'mine', url: '/' })],
  ])('behavior: %s at the page’s root asks the page’s host', async (_, provider) => {
    const context = contextOf({ json: {} })
    const tokens = { accessToken: 'a', refreshToken: 'r', lifetimeMs: 1 }
    await provider.refresh(context, { tokens, account: 'a' })
    await provider.revoke?.(context, { tokens, account: 'a' })
    for (const { url } of context.sent)
      expect(new URL(url, 'https://dapp.example').host).toBe('dapp.example')
  })

  test.each(['', 'a b', 'a:b', 'a/b'])('behavior: %j is no name', (name) => {
    expect(() => define('/', name)).toThrow('letters, digits')
  })
})
