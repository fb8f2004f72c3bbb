import { visible } from '../utils/visible.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionController } from './SessionController.ts'
import type { Engine } from './Engine.ts'

const warned = new WeakMap<Engine, Set<string>>()

/** Warns, once per API, that sessions whose tokens another API issued are left alone. */
export function warnOfOther(
  engine: Engine,
  { provider, api }: Pick<SessionController, 'provider' | 'api'>,
  record: Pick<SessionRecord, 'api'>,
): void {
  const about = `${provider.name} ${record.api}`
  const known = warned.get(engine) ?? new Set()
  if (known.has(about)) return
  warned.set(engine, known.add(about))
  engine.platform.warn(
    `A session of "${provider.name}" was set aside: its tokens were issued by ${visible(record.api ?? 'an unknown API', 200)}, and this page asks ${api}. It is there again once the page asks that API.`,
  )
}
