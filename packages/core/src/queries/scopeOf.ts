import type { AuthClient } from '../createAuthClient.ts'
import { isRecord } from '../utils/isRecord.ts'
import type { QueryScope } from './QueryScope.ts'

/** The first element of every key that names a session. Clients of other namespaces have other sessions. */
export function keyRoot(client: AuthClient): string {
  const { namespace } = client['~engine']
  return namespace === 'default' ? 'takokit' : `takokit:${namespace}`
}

/** Returns the session that a key or its `meta` names; `undefined` for queries of no session, such as wagmi's. */
export function scopeOf(
  client: AuthClient,
  key: readonly unknown[] = [],
  meta?: Record<string, unknown>,
  prefixes: readonly (readonly unknown[])[] = [],
): QueryScope | undefined {
  const scope = namedScope(client, key, meta, prefixes)
  return scope && client.providers.some(({ name }) => name === scope.provider) ? scope : undefined
}

function namedScope(
  client: AuthClient,
  key: readonly unknown[],
  meta: Record<string, unknown> | undefined,
  prefixes: readonly (readonly unknown[])[],
): QueryScope | undefined {
  const [root, named, account] = key
  // The kit's own mutations have two elements, and belong to no session.
  if (root === keyRoot(client) && key.length > 2)
    return { provider: `${named}`, account: account as string | null, isKeyed: true }
  const provider = client.providers[0]?.name ?? ''
  const asked = meta?.['takokit']
  if (isRecord(asked)) return { provider, account: undefined, ...asked, isKeyed: false }
  const isOwn = asked === true || prefixes.some((prefix) => startsWith(key, prefix))
  return isOwn ? { provider, account: undefined, isKeyed: false } : undefined
}

function startsWith(key: readonly unknown[], prefix: readonly unknown[]): boolean {
  return prefix.every((part, index) => JSON.stringify(part) === JSON.stringify(key[index]))
}
