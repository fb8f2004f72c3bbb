type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The page's `localStorage` or `sessionStorage`. Where site data is blocked, reading either of them throws: then memory. */
export function siteData(area: 'localStorage' | 'sessionStorage'): Area {
  const memory = new Map<string, string>()
  function attempt<result>(ask: (storage: Storage) => result, otherwise: () => result): result {
    try {
      return ask(window[area])
    } catch {
      return otherwise()
    }
  }
  return {
    getItem: (key) =>
      attempt(
        (storage) => storage.getItem(key),
        () => memory.get(key) ?? null,
      ),
    setItem: (key, value) =>
      attempt(
        (storage) => storage.setItem(key, value),
        () => void memory.set(key, value),
      ),
    removeItem: (key) =>
      attempt(
        (storage) => storage.removeItem(key),
        () => void memory.delete(key),
      ),
  }
}
