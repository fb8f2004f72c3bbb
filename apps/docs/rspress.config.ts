import { join } from 'node:path'
import { defineConfig } from '@rspress/core'
import { writeReference } from './src/reference/writeReference.ts'
import { anchorsApart } from './src/site/anchorsApart.ts'
import { finishSite } from './src/site/finishSite.ts'
import { shikiClasses } from './src/site/shikiClasses.ts'
import { sidebar } from './src/site/sidebar.ts'

writeReference()

const ofKit = (name: string) => join(import.meta.dirname, '../../packages/react/node_modules', name)
const outDir = join(import.meta.dirname, 'dist')

export default defineConfig({
  root: join(import.meta.dirname, 'docs'),
  outDir,
  title: 'takokit',
  description: 'Sign in with a wallet, and never think of tokens again.',
  icon: '/icon.svg',
  logo: '/icon.svg',
  logoText: 'takokit',
  lang: 'en',
  llms: true,
  themeDir: join(import.meta.dirname, 'theme'),
  globalStyles: join(import.meta.dirname, 'theme/site.css'),
  mediumZoom: false,
  markdown: {
    rehypePlugins: [anchorsApart],
    shiki: { transformers: [shikiClasses] },
  },
  themeConfig: {
    nav: [
      {
        text: 'Get started',
        link: '/start/tako',
        activeMatch: '/(start|concepts|guides|packages)/',
      },
      { text: 'Reference', link: '/reference/react/TakoSignIn', activeMatch: '/reference/' },
      { text: 'Errors', link: '/errors/', activeMatch: '/errors/' },
    ],
    sidebar: sidebar(),
    // Its buttons have no names. The Markdown is beside each page.
    llmsUI: false,
  },
  builderConfig: {
    resolve: {
      // A workspace may hold two copies of a library, whose contexts do not know each other: all use those of the kit.
      alias: {
        '@live': join(import.meta.dirname, 'src/live/Live.tsx'),
        wagmi: ofKit('wagmi'),
        '@tanstack/react-query': ofKit('@tanstack/react-query'),
      },
      dedupe: ['react', 'react-dom'],
      // From the sources, so that nothing needs to be built first.
      conditionNames: ['@takokit/source', '...'],
    },
  },
  plugins: [{ name: 'takokit', afterBuild: (_, isProduction) => finishSite(outDir, isProduction) }],
})
