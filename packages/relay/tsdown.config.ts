import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/exports/index.ts', 'src/exports/node.ts', 'src/exports/redis.ts'],
  root: 'src',
  unbundle: true,
  dts: true,
  platform: 'neutral',
  deps: { neverBundle: [/^node:/] },
})
