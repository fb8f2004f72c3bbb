import type { ChildProcess } from 'node:child_process'
import type { Connection } from './openConnection.ts'

/** A browser's session at one of the servers. */
export interface BenchSession {
  cookies: Map<string, string>
  /** The relay's name for the token at hand. */
  known?: string | undefined
}

/** A server beside others that do the same job. */
export interface Contender {
  name: string
  label: string
  process: ChildProcess
  port: number
  /** Whether its sessions can be renewed upstream. */
  canRenew: boolean
  begin: (connection: Connection) => Promise<BenchSession>
  /** Asks for the access token, and for a newer one with `isRenewal`; whether there was one. */
  ask: (connection: Connection, session: BenchSession, isRenewal: boolean) => Promise<boolean>
}

/** Takes the cookies of an answer into the session, as a browser does. */
export function takeCookies({ cookies }: BenchSession, head: string): void {
  for (const [, name = '', value = ''] of head.matchAll(/\r\nset-cookie: ([^=;]+)=([^;\r]*)/gi))
    if (value === '') cookies.delete(name)
    else cookies.set(name, value)
}

export function cookieHeader({ cookies }: BenchSession): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

/** Whether a server is one of ours: with tokens in the cookie or in Redis. */
export function isOwn(name: string): boolean {
  return name.startsWith('cookie') || name.startsWith('redis')
}
