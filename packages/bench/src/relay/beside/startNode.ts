import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type BenchSession, type Contender, cookieHeader, isOwn, takeCookies } from './Contender.ts'
import type { Upstream } from './startUpstream.ts'

const browser =
  'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36\r\naccept: */*\r\nsec-fetch-site: same-origin\r\nsec-fetch-mode: cors\r\n'

/** Starts one of the servers on Node, which all answer the same request. */
export async function startNode(
  bundle: string,
  { name, label }: { name: string; label: string },
  { upstream, redisPort }: { upstream: Upstream; redisPort: number },
): Promise<Contender> {
  // Without the loader of TypeScript that this process has.
  const child = fork(bundle, [name, upstream.url, String(redisPort)], { execArgv: [] })
  const [port] = (await once(child, 'message')) as [number]
  const isRelay = isOwn(name)
  const keepsSession = isRelay || name === 'iron'
  return {
    name,
    label,
    process: child,
    port,
    canRenew: isRelay,
    async begin(connection) {
      const session: BenchSession = { cookies: new Map() }
      // As long as the relay's.
      if (!keepsSession) session.cookies.set('__Host-takokit-tako', `1.${'x'.repeat(900)}`)
      else {
        const { accessToken, refreshToken } = upstream.issue()
        const given = `x-access: ${accessToken}\r\nx-refresh: ${refreshToken}\r\nx-expires: ${upstream.state.lifetimeS * 1_000}\r\n`
        const { head } = await connection.ask(
          `GET /login HTTP/1.1\r\nhost: dapp.example\r\n${given}\r\n`,
        )
        takeCookies(session, head)
      }
      return session
    },
    async ask(connection, session, isRenewal) {
      const known = isRenewal ? session.known : undefined
      const text = JSON.stringify({ account: '', ...(known && { known }) })
      const { status, head, body } = await connection.ask(
        `POST /auth/tako/token HTTP/1.1\r\nhost: dapp.example\r\norigin: https://dapp.example\r\ncontent-type: application/json\r\nx-takokit: 1\r\n${browser}cookie: ${cookieHeader(session)}\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
      )
      takeCookies(session, head)
      if (status !== 200) return false
      session.known = /"handle":"([^"]+)"/.exec(body)?.[1]
      return true
    },
  }
}
