/** Simulates a network outage for token requests. */
let isCut = false
const listeners = new Set<() => void>()

export const network = {
  fetch: (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
    isCut ? Promise.reject(new TypeError('Failed to fetch')) : fetch(input, init),
  isCut: () => isCut,
  setCut(cut: boolean) {
    isCut = cut
    for (const listener of listeners) listener()
    if (!cut) dispatchEvent(new Event('online'))
  },
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
