import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import postcss from 'postcss'
import { compile } from 'tailwindcss'
import tailwind3 from 'tailwindcss-3'

const { resolve } = createRequire(import.meta.url)
const classes = ['flex', 'p-4', 'text-xl', 'bg-red-500', 'hover:underline']

async function loadStylesheet(id: string, base: string) {
  const path = resolve(id === 'tailwindcss' ? 'tailwindcss/index.css' : id)
  return { path, base, content: readFileSync(path, 'utf8') }
}
/** What Tailwind 4 writes for an entry and the class names that it found in an application. */
export const buildTailwind4 = async (css: string, found: string[]): Promise<string> =>
  (await compile(css, { loadStylesheet })).build(found)
const build4 = (css: string) => buildTailwind4(css, classes)

/** What Tailwind writes into an application: its reset alone, and of version 4 all of it in its layers. */
export async function tailwindSheets() {
  const content = [{ raw: classes.join(' ') }]
  const built3 = await postcss([tailwind3({ content })]).process('@tailwind base', {
    from: undefined,
  })
  return {
    preflight3: built3.css,
    preflight4: await build4(
      '@import "tailwindcss/theme.css" layer(theme); @import "tailwindcss/preflight.css"',
    ),
    tailwind4: await build4('@import "tailwindcss"'),
  }
}
