import { afterAll, describe, expect, test } from 'vitest'
import { createWorld } from '../testing/createWorld.ts'
import { speak } from '../testing/speak.ts'
import { serveRelay } from './serveRelay.ts'

const { relay } = createWorld()
const server = await serveRelay({ relay, port: 0, limits: { drainMs: 0 } })
afterAll(() => server.close())

const path = '/auth/healthz'
const modern = (host: string) => `HTTP/1.1\r\nHost:${host}\r\nConnection: close\r\n\r\n`

describe('probes, byte for byte as balancers send them', () => {
  test.each([
    ['GET, HTTP/1.1', `GET ${path} ${modern(' a')}`],
    ['HEAD, HTTP/1.1', `HEAD ${path} ${modern(' a')}`],
    ['HTTP/1.0, a host (nginx)', `GET ${path} HTTP/1.0\r\nHost: a\r\n\r\n`],
    ['HTTP/1.0, no host (HAProxy)', `GET ${path} HTTP/1.0\r\n\r\n`],
    ['HEAD, HTTP/1.0, no host', `HEAD ${path} HTTP/1.0\r\n\r\n`],
    ['OPTIONS, HTTP/1.0, no host (HAProxy’s default)', `OPTIONS ${path} HTTP/1.0\r\n\r\n`],
    ['an IPv6 host with a port', `GET ${path} ${modern(' [::1]:8787')}`],
    ['an empty host', `GET ${path} ${modern('')}`],
    ['a host with an underscore (Docker)', `GET ${path} ${modern(' my_relay:8787')}`],
    ['a host that is no name', `GET ${path} ${modern(' a b')}`],
    ['a query', `GET ${path}?t=1 ${modern(' a')}`],
    ['a slash at the end', `GET ${path}/ ${modern(' a')}`],
    ['the absolute form', `GET http://a${path} ${modern(' a')}`],
  ])('behavior: %s', async (name, bytes) => {
    const { text, statuses } = await speak(server.url, bytes)
    expect(statuses).toEqual([name === 'a host that is no name' ? 400 : 200])
    expect(text).not.toMatch(/access-control/i)
    if (statuses[0] === 200) expect(text).toMatch(/cache-control: no-store/i)
  })

  test('behavior: nothing else is answered without a host', async () => {
    const request = 'POST /auth/tako/token HTTP/1.0\r\nx-takokit: 1\r\ncontent-length: 0\r\n\r\n'
    expect((await speak(server.url, request)).statuses).toEqual([400])
  })
})
