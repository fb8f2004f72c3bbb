import type { PendingRequests } from '../requests/createPendingRequests.ts'
import type { PendingRequest } from '../types/PendingRequest.ts'

/** The pending request with this id, or the oldest; throws if there is none. */
export function findPending(pending: PendingRequests, id?: number): PendingRequest {
  const requests = pending.get()
  const found = id === undefined ? requests[0] : requests.find((request) => request.id === id)
  if (found === undefined) {
    throw new Error(
      id === undefined
        ? 'No request is pending in the test wallet. Await controls.waitForPending() first.'
        : `Request ${id} is not pending in the test wallet.`,
    )
  }
  return found
}
