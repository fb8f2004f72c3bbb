import type { NextBehavior } from '../types/NextBehavior.ts'

export type NextBehaviors = ReturnType<typeof createNextBehaviors>

/** Behaviours to come, each used once, oldest first. */
export function createNextBehaviors() {
  let queue: readonly { behavior: NextBehavior; method?: string }[] = []

  function takeWhere(matches: (entry: (typeof queue)[number]) => boolean) {
    const entry = queue.find(matches)
    queue = queue.filter((other) => other !== entry)
    return entry?.behavior
  }

  return {
    add(entry: { behavior: NextBehavior; method?: string }) {
      queue = [...queue, entry]
    },
    /** For a request that asks the person: a behaviour meant for its method, or for no method in particular. */
    takeForPrompt: (parameters: { method: string; kind: 'connect' | 'sign' }) =>
      takeWhere(
        ({ behavior, method }) =>
          (method === undefined || method === parameters.method) &&
          (behavior !== 'wrong-account' || parameters.kind === 'sign'),
      ),
    /** For a request answered without asking: only a behaviour meant for its method. */
    takeForMethod: (name: string) =>
      takeWhere(
        ({ behavior, method }) =>
          method === name && behavior !== 'hold' && behavior !== 'wrong-account',
      ),
  }
}
