import { readFileSync, writeFileSync } from 'node:fs'
import { defineConfig } from 'tsdown'
import { importStart } from '../core/build/importStart.ts'
import { wrapExports } from '../core/build/wrapExports.ts'

export default defineConfig({
  entry: ['src/exports/index.ts'],
  root: 'src',
  unbundle: true,
  dts: true,
  platform: 'neutral',
  copy: [{ from: 'src/styles/styles.css', to: 'dist/styles' }],
  onSuccess() {
    wrapExports({ folder: 'dist/exports', names: ['useAuthToken', 'useSignOut', 'RequireAuth'] })
    const start = ['ui/AuthProvider.js', 'ui/TakoSignIn.js', 'hooks/useAuthToken.js']
    const core = '@takokit/core/internal/createAuthClient'
    importStart({ folder: 'dist', start: [...start, core] })
    // Without an import: pages may link to the file as it is.
    const text = readFileSync('src/styles/styles.css', 'utf8')
    writeFileSync(
      'dist/styles/styles.layer.css',
      `@layer takokit {\n${text}\n.takokit {\n  --tk-in: 1;\n}\n}\n`,
    )
  },
})
