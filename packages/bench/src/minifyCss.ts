import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** A style sheet with its imports, without comments and needless white space. */
export async function minifyCss(file: string): Promise<string> {
  const text = readFileSync(file, 'utf8')
  const parts = await Promise.all(
    text.split(/(@import\s+['"][^'"]+['"][^;]*;)/).map(async (part) => {
      const from = /@import\s+['"]([^'"]+)['"]/.exec(part)?.[1]
      return from ? minifyCss(resolve(dirname(file), from)) : part
    }),
  )
  return parts
    .join('')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s*([{};,>])\s*/g, '$1')
    .replaceAll(/:\s+/g, ':')
    .replaceAll(';}', '}')
    .trim()
}
