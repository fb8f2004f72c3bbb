import type { Caches, MutationLike, QueryLike } from './QueryClientLike.ts'

/** The state of a query that was never fetched. */
const untouched = {
  data: undefined,
  dataUpdateCount: 0,
  dataUpdatedAt: 0,
  error: null,
  errorUpdateCount: 0,
  errorUpdatedAt: 0,
  fetchFailureCount: 0,
  fetchFailureReason: null,
  fetchMeta: null,
  isInvalidated: false,
  status: 'pending',
  fetchStatus: 'idle',
}

/** Removes a query: its request is aborted, and an answer that still arrives is dropped. */
export function purgeQuery({ queries }: Caches, query: QueryLike, isKeyed: boolean): void {
  void query.cancel({ silent: true })
  // Also if nothing observes it: a persister may still write it.
  query.setState(untouched)
  // The key of an application's own query is the same for the next account, whose data its observers then show.
  if (isKeyed || query.getObserversCount() === 0) queries.remove(query)
}

/** Removes a mutation. Its request cannot be taken back, but its callbacks do not run, and components forget its result. */
export function purgeMutation(
  { mutations }: Caches,
  mutation: MutationLike,
  observers: Iterable<{ reset?: () => void }>,
): void {
  const silent = { onSuccess: undefined, onError: undefined, onSettled: undefined }
  mutation.setOptions({ ...mutation.options, ...silent })
  for (const observer of [...observers]) observer.reset?.()
  mutations.remove(mutation)
}
