import type { NextBehavior } from '../types/NextBehavior.ts'

export type NextBehaviors = ReturnType<typeof createNextBehaviors>

/** Queued behaviours, each used once, oldest first. */
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
    /** For a request with a prompt: a behaviour for its method, or for any method. */
    takeForPrompt: (parameters: { method: string; kind: 'connect' | 'sign' }) =>
      takeWhere(
        ({ behavior, method }) =>
          (method === undefined || method === parameters.method) &&
          (behavior !== 'wrong-account' || parameters.kind === 'sign'),
      ),
    /** For a request without a prompt: only a behaviour for its method. */
    takeForMethod: (name: string) =>
      takeWhere(
        ({ behavior, method }) =>
          method === name && behavior !== 'hold' && behavior !== 'wrong-account',
      ),
  }
}
