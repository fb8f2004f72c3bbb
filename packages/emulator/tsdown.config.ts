import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/exports/*.ts', 'src/node/main.ts'],
  root: 'src',
  unbundle: true,
  dts: true,
  platform: 'neutral',
  external: [/^node:/],
})
