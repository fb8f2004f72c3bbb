import { createEmulator } from '@takokit/emulator'
import { emulator } from '@takokit/emulator/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { credentials, relay } from './server/relay.ts'

/** For the real service, set `TAKO_API=https://api.tako.so`: its requests go through this server. */
const takoApi = process.env.TAKO_API

const proxy = takoApi
  ? {
      '/tako': {
        target: takoApi,
        changeOrigin: true,
        rewrite: (path: string) => path.slice('/tako'.length),
      },
    }
  : undefined

/** Short enough to watch a refresh; the page offers longer ones. */
const shortLived = { accessLifetimeMs: 15_000 }

// The emulated providers run here: the relay calls them in the same process.
const upstream = createEmulator({
  tako: shortLived,
  talkstack: shortLived,
  cloudreve: shortLived,
  privateCloud: { ...credentials, ...shortLived },
})

export default defineConfig({
  plugins: [
    react(),
    emulator({ emulator: upstream, path: '/emulator', controls: true }),
    relay(upstream),
  ],
  resolve: {
    conditions: ['@takokit/source', 'module', 'browser', 'development|production'],
    // A workspace may hold two copies, whose contexts do not know each other.
    dedupe: ['wagmi', '@tanstack/react-query', 'react', 'react-dom'],
  },
  define: takoApi ? { 'import.meta.env.VITE_TAKO_BASE': JSON.stringify('/tako') } : {},
  server: proxy ? { proxy } : {},
  preview: {
    ...(proxy ? { proxy } : {}),
    headers: {
      'content-security-policy':
        "default-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  },
  build: { target: 'es2022' },
})
