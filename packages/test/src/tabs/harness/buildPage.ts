import { resolve } from 'node:path'
import { build, type Rolldown } from 'vite'

/** The files of the page, by path. */
export type PageFiles = Map<string, string | Uint8Array>

const entry = '/page.js'

const html = (script: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>tab</title>${script}</html>`

let building: Promise<PageFiles> | undefined

/** Bundles the page that the tests drive from source, once for all files that one worker runs. */
export function buildPage(): Promise<PageFiles> {
  building ??= bundle()
  return building
}

async function bundle(): Promise<PageFiles> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    root: resolve(import.meta.dirname, '../page'),
    resolve: { conditions: ['@takokit/source', 'module', 'browser', 'production'] },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: resolve(import.meta.dirname, '../page/main.ts'),
        output: { entryFileNames: entry.slice(1), chunkFileNames: 'chunk-[hash].js' },
      },
    },
  })) as Rolldown.RolldownOutput
  const files: PageFiles = new Map()
  for (const file of output.output)
    files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source)
  files.set('/', html(`<script type="module" src="${entry}"></script>`))
  files.set('/elsewhere', html('<p>Another page of the same origin.</p>'))
  return files
}
