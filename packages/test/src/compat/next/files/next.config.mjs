// As a new app has it. The tests build it both with these two and without.
const isCached = process.env.CACHE_COMPONENTS !== 'off'

export default {
  cacheComponents: isCached,
  ...(isCached && { partialPrefetching: true }),
  distDir: isCached ? '.next' : '.next-uncached',
}
