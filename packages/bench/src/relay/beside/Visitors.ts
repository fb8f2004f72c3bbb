import type { BenchSession, Contender } from './Contender.ts'
import { type Connection, openConnection } from './openConnection.ts'

/** Browsers with a session each at one server, and the connections that their requests take. */
export interface Visitors {
  contender: Contender
  connections: Connection[]
  sessions: BenchSession[]
}

export async function openVisitors(
  contender: Contender,
  { sessions, connections = 64 }: { sessions: number; connections?: number },
): Promise<Visitors> {
  const open = await Promise.all(
    Array.from({ length: connections }, () => openConnection(contender.port)),
  )
  const begun: BenchSession[] = []
  await Promise.all(
    open.map(async (connection) => {
      for (let left = sessions; left > 0 && begun.length < sessions; left--)
        begun.push(await contender.begin(connection))
    }),
  )
  return { contender, connections: open, sessions: begun.slice(0, sessions) }
}

export function closeVisitors({ connections }: Visitors): void {
  for (const connection of connections) connection.close()
}
