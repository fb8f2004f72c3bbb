import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/exports/index.ts'],
  root: 'src',
  unbundle: true,
  dts: true,
  platform: 'neutral',
  copy: [{ from: 'src/styles/styles.css', to: 'dist/styles' }],
})
