import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freePort } from '../../../../relay/src/testing/freePort.ts'
import { type BenchSession, type Contender, cookieHeader, takeCookies } from './Contender.ts'
import type { Upstream } from './startUpstream.ts'

export const oauth2ProxyVersion = '7.15.6'

/** Path of an installed oauth2-proxy, or `undefined`. */
export function findOauth2Proxy(): string | undefined {
  return [
    process.env.OAUTH2_PROXY_PATH ?? '',
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'oauth2-proxy')),
    join(homedir(), 'go', 'bin', 'oauth2-proxy'),
  ].find((path) => path !== '' && existsSync(path))
}

/**
 * Starts oauth2-proxy with its documented settings for `auth_request` of nginx: `/oauth2/auth` answers with the access token
 * in a header. Its logs are off.
 */
export async function startOauth2Proxy(
  path: string,
  { name, label, redisPort }: { name: string; label: string; redisPort: number | undefined },
  { upstream, refreshAfter }: { upstream: Upstream; refreshAfter: string },
): Promise<Contender> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    path,
    [
      `--http-address=127.0.0.1:${port}`,
      '--provider=oidc',
      `--oidc-issuer-url=${upstream.url}`,
      '--client-id=bench',
      '--client-secret=a benchmark has no secrets',
      '--cookie-secret=0123456789abcdef0123456789abcdef',
      '--cookie-secure=false',
      `--cookie-refresh=${refreshAfter}`,
      '--email-domain=*',
      '--oidc-email-claim=sub',
      '--insecure-oidc-skip-nonce=true',
      '--skip-provider-button=true',
      '--set-xauthrequest=true',
      '--pass-access-token=true',
      '--upstream=static://202',
      `--redirect-url=${url}/oauth2/callback`,
      ...['--request-logging=false', '--auth-logging=false', '--standard-logging=false'],
      ...(redisPort === undefined
        ? []
        : ['--session-store-type=redis', `--redis-connection-url=redis://127.0.0.1:${redisPort}`]),
    ],
    { stdio: 'ignore' },
  )
  while (child.exitCode === null && !(await isListening(port)))
    await new Promise((resolve) => setTimeout(resolve, 50))
  if (child.exitCode !== null) throw new Error('oauth2-proxy did not start.')
  return {
    name,
    label,
    process: child,
    port,
    canRenew: true,
    async begin(connection) {
      const session: BenchSession = { cookies: new Map() }
      const get = async (path: string) => {
        const cookie = cookieHeader(session)
        const { head } = await connection.ask(
          `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${cookie ? `cookie: ${cookie}\r\n` : ''}\r\n`,
        )
        takeCookies(session, head)
        return head
      }
      const location = /\r\nlocation: (\S+)/i.exec(await get('/oauth2/start?rd=/'))?.[1] ?? ''
      const state = new URL(location).searchParams.get('state') ?? ''
      await get(`/oauth2/callback?code=x&state=${encodeURIComponent(state)}`)
      if (session.cookies.size === 0) throw new Error('oauth2-proxy began no session.')
      return session
    },
    async ask(connection, session) {
      const { status, head } = await connection.ask(
        `GET /oauth2/auth HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookieHeader(session)}\r\n\r\n`,
      )
      takeCookies(session, head)
      return status === 202 && /\r\nx-auth-request-access-token: \S/i.test(head)
    },
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.on('connect', () => socket.destroy())
    socket.on('error', () => resolve(false))
  })
}
