import type { PendingRequests } from '../requests/createPendingRequests.ts'
import type { PendingRequest } from '../types/PendingRequest.ts'

type Filter = { kind?: PendingRequest['kind']; method?: string }

/** Resolves with the oldest matching pending request, at once if there is one. */
export function waitForPending(
  pending: PendingRequests,
  filter: Filter = {},
): Promise<PendingRequest> {
  const find = () =>
    pending
      .get()
      .find(
        ({ kind, method }) =>
          (filter.kind ?? kind) === kind && (filter.method ?? method) === method,
      )
  return new Promise((resolve) => {
    const found = find()
    if (found !== undefined) return resolve(found)
    const stop = pending.subscribe(() => {
      const arrived = find()
      if (arrived === undefined) return
      stop()
      resolve(arrived)
    })
  })
}
