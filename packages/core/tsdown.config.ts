import { defineConfig } from 'tsdown'
import { importStart } from './build/importStart.ts'
import { wrapExports } from './build/wrapExports.ts'

export default defineConfig({
  entry: ['src/exports/index.ts', 'src/exports/internal.ts', 'src/exports/siwe.ts'],
  root: 'src',
  unbundle: true,
  dts: true,
  platform: 'neutral',
  onSuccess() {
    const actions = ['getAuthToken', 'getSession', 'prepareSignIn', 'restoreSession']
    const others = ['signIn', 'signOut', 'switchAccount', 'toSession', 'scopeQueries']
    const wire = ['checkSubject', 'failed', 'oauthFailed', 'parseLifetime', 'readIssuedTokens']
    const late = ['requestJson', 'succeeded', 'toWalletError']
    wrapExports({ folder: 'dist/exports', names: [...actions, ...others, ...wire, ...late] })
    importStart({ folder: 'dist', start: ['createAuthClient.js'] })
  },
})
