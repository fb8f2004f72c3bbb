import type { World } from './createWorld.ts'

/**
 * How a provider treats a refresh token that was used before: `stateless` accepts it again, `grace` returns its successor for a
 * while, `strict` revokes all tokens of the same sign-in.
 */
export type ReusePolicy = 'stateless' | 'grace' | 'strict'

export interface ServerOptions {
  policy: ReusePolicy
  graceMs: number
  lifetimeMs: number
}

/** All tokens of one sign-in. */
export interface Family {
  id: string
  account: string
  /** The number of the newest refresh token. */
  current: number
  usedAt: Map<number, number>
  isRevoked: boolean
  /** Why it was revoked. */
  why: 'reuse' | 'sign-out' | 'the provider' | undefined
}

export interface Pair {
  access: string
  refresh: string
  index: number
}

export type Answer =
  | { type: 'ok'; pair: Pair; family: Family }
  | { type: 'refused'; family: Family | undefined }

/** A token API, written separately from the kit: it shares only the wire format. */
export interface Server {
  options: ServerOptions
  issue: (account: string) => Pair
  refresh: (token: string) => Answer
  /** Handles a sign-out of the kit. */
  revoke: (token: string) => void
  /** Ends every session, as an operator would. */
  revokeAll: () => void
  /** Access tokens expire at once, as after a key change at the provider. */
  expireAccess: () => void
  isGood: (access: string) => boolean
  /** Access tokens expired before their time. */
  isKeyChanged: () => boolean
  familyOf: (token: string) => Family | undefined
  families: () => Family[]
}

/** Part of every token, so that a leak is detected. */
export const secretMark = 'SECRET'

export function createServer(world: World, options: ServerOptions): Server {
  const families = new Map<string, Family>()
  const accessEndsAt = new Map<string, number>()
  let issued = 0
  let isKeyChanged = false

  function pair(family: Family, index: number): Pair {
    const access = `${secretMark}-access.${family.id}.${index}.${issued++}`
    accessEndsAt.set(access, world.now() + options.lifetimeMs)
    return { access, refresh: `${secretMark}-refresh.${family.id}.${index}`, index }
  }

  function read(token: string): { family: Family | undefined; index: number } {
    const [, id = '', index] = token.split('.')
    return { family: families.get(id), index: Number(index) }
  }

  function rotate(family: Family, from: number): Answer {
    if (!family.usedAt.has(from)) family.usedAt.set(from, world.now())
    family.current++
    return { type: 'ok', pair: pair(family, family.current), family }
  }

  function end(family: Family, why: NonNullable<Family['why']>): void {
    if (family.isRevoked) return
    family.isRevoked = true
    family.why = why
    world.note('provider', `revokes ${family.id}: ${why}`)
  }

  function reuse(family: Family, index: number): Answer {
    const age = world.now() - (family.usedAt.get(index) ?? 0)
    if (options.policy === 'stateless') return rotate(family, index)
    // Returns its successor again, until that one is used.
    if (options.policy === 'grace' && age <= options.graceMs && index === family.current - 1)
      return { type: 'ok', pair: pair(family, family.current), family }
    end(family, 'reuse')
    return { type: 'refused', family }
  }

  return {
    options,
    issue(account) {
      const id = `f${families.size + 1}`
      const family: Family = {
        id,
        account,
        current: 0,
        usedAt: new Map(),
        isRevoked: false,
        why: undefined,
      }
      families.set(id, family)
      return pair(family, 0)
    },
    refresh(token) {
      const { family, index } = read(token)
      if (!family || family.isRevoked || !(index <= family.current))
        return { type: 'refused', family }
      return index === family.current ? rotate(family, index) : reuse(family, index)
    },
    revoke(token) {
      const { family, index } = read(token)
      // A used token refers to no session any more, and gets the same answer as any other.
      if (family && (index === family.current || options.policy === 'stateless'))
        end(family, 'sign-out')
    },
    revokeAll() {
      for (const family of families.values()) end(family, 'the provider')
    },
    expireAccess() {
      isKeyChanged = true
      accessEndsAt.clear()
    },
    isKeyChanged: () => isKeyChanged,
    isGood: (access) =>
      (accessEndsAt.get(access) ?? 0) > world.now() && read(access).family?.isRevoked === false,
    familyOf: (token) => read(token).family,
    families: () => [...families.values()],
  }
}
