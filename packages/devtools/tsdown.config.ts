import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/exports/*.ts', '!src/exports/*.test.ts'],
  root: 'src',
  unbundle: true,
  dts: true,
  platform: 'neutral',
})
