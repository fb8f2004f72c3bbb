const key = Symbol.for('@takokit/react')
const thisCopy = {}

export const otherCopyText =
  'Two copies of @takokit/react or @takokit/core are in this page: what one provides, the other does not find. Install one version of each (`npm dedupe`), or have the bundler use one: `resolve.dedupe: ["@takokit/react", "@takokit/core"]` in Vite, `resolve.alias` in webpack.'

/** Whether no other copy of the kit runs in this window. A server keeps its globals while modules reload. */
export function isOnlyCopy(): boolean {
  if (typeof window === 'undefined') return true
  const holder = window as { [key]?: object }
  holder[key] ??= thisCopy
  return holder[key] === thisCopy
}
