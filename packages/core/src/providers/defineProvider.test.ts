import { describe, expect, test } from 'vitest'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { defineProvider } from './defineProvider.ts'
import { failed } from './failed.ts'

const refresh = async () => failed('terminal', 'provider/refused', 'no')
const define = (origin: string, name = 'mine') =>
  defineProvider({ name, origins: [origin], refresh })

describe('defineProvider', () => {
  test.each([
    'https://api.example.com',
    'https://api.example.com/v4',
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
  ])('behavior: %j may not', (origin) => {
    expect(() => define(origin)).toThrow(TakoKitError)
  })

  test.each(['', 'a b', 'a:b', 'a/b'])('behavior: %j is no name', (name) => {
    expect(() => define('/', name)).toThrow('letters, digits')
  })
})
