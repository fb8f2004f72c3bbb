import { buildPage } from './buildPage.ts'
import { type PageServer, serveFiles } from './serveFiles.ts'

/** Serves the page that the tests drive. */
export async function servePage(): Promise<PageServer> {
  return serveFiles(await buildPage())
}
