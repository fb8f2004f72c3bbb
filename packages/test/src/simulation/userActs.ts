import type { Page } from './Page.ts'
import type { World } from './createWorld.ts'

/** A sign-in or a sign-out of a user. */
export interface UserAct {
  what: 'in' | 'out'
  account: string
  page: Page
  beganAt: number
  /** Not finite while it goes on. */
  endedAt: number
  hasWorked: boolean
}

export interface UserActs {
  begin: (act: Pick<UserAct, 'what' | 'account' | 'page'>) => (hasWorked: boolean) => void
  /** The one that decides who is signed in; `undefined` if there is none, or if another one went on at the same time. */
  last: () => UserAct | undefined
}

/** Records what users did, to tell who must be signed in at the end. */
export function createUserActs(world: World): UserActs {
  const acts: UserAct[] = []
  return {
    begin(given) {
      const act = { ...given, beganAt: world.now(), endedAt: Infinity, hasWorked: false }
      acts.push(act)
      return (hasWorked) => {
        act.endedAt = world.now()
        act.hasWorked = hasWorked
      }
    },
    last() {
      const worked = acts.filter(({ hasWorked }) => hasWorked)
      const last = worked.toSorted((one, other) => one.endedAt - other.endedAt).at(-1)
      // A page may sign in again while the backend is still told of its sign-out.
      const isBefore = ({ what, page, beganAt, endedAt }: UserAct) =>
        last !== undefined &&
        (endedAt <= last.beganAt ||
          (beganAt <= last.beganAt && what === 'out' && last.what === 'in' && page === last.page))
      return acts.every((act) => act === last || isBefore(act)) ? last : undefined
    },
  }
}
