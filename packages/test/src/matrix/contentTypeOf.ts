import { extname } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** The content type of a file that a dapp has built. */
export function contentTypeOf(path: string): string {
  return types[extname(path)] ?? 'text/plain'
}
