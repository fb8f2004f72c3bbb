import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/exports/index.ts', 'src/exports/internal.ts', 'src/exports/siwe.ts'],
  root: 'src',
  unbundle: true,
  dts: true,
  platform: 'neutral',
})
