import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import postcss from 'postcss'
import { compile } from 'tailwindcss'
import tailwind3 from 'tailwindcss-3'

const { resolve } = createRequire(import.meta.url)
const classes = ['flex', 'p-4', 'text-xl', 'bg-red-500', 'hover:underline']

/** What Tailwind 4 writes for an entry and the class names that it found in an application. `places`: files by what imports them. */
export async function buildTailwind4(
  css: string,
  found: string[],
  places: Readonly<Record<string, string>> = {},
): Promise<string> {
  const loadStylesheet = async (id: string, base: string) => {
    const path = resolve(places[id] ?? (id === 'tailwindcss' ? 'tailwindcss/index.css' : id))
    return { path, base, content: readFileSync(path, 'utf8') }
  }
  return (await compile(css, { loadStylesheet })).build(found)
}
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
