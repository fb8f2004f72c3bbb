import { readFileSync, writeFileSync } from 'node:fs'
import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/exports/index.ts'],
  root: 'src',
  unbundle: true,
  dts: true,
  platform: 'neutral',
  copy: [{ from: 'src/styles/styles.css', to: 'dist/styles' }],
  // Without an import: pages may link to the file as it is.
  onSuccess() {
    const text = readFileSync('src/styles/styles.css', 'utf8')
    writeFileSync(
      'dist/styles/styles.layer.css',
      `@layer takokit {\n${text}\n.takokit {\n  --tk-in: 1;\n}\n}\n`,
    )
  },
})
