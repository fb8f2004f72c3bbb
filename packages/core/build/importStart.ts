import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'

export interface ImportStartParameters {
  /** The folder that was built. */
  folder: string
  /** What an application loads at start: files named as their export, by path in the folder or in a package. */
  start: readonly string[]
}

/**
 * Lets every file that is loaded by `import()` import what was loaded at start. Nothing of it is used.
 *
 * esbuild makes a chunk for each set of entries and parts that reach a module: modules at start, shared with one part each,
 * would be files of a few bytes. Now all parts reach them, and they are one file. Other bundlers drop these imports.
 */
export function importStart({ folder, start }: ImportStartParameters): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(folder, file))
  const late = new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bimport\("(\..+?)"\)/g)].map(([, name = '']) =>
        join(dirname(file), name),
      ),
    ),
  )
  for (const file of late) {
    const code = readFileSync(file, 'utf8')
    // A part that imports nothing shares nothing.
    if (!/^import /m.test(code)) continue
    const lines = start.map((path) => {
      const here = posix.relative(relative(folder, dirname(file)), path)
      const from = path.startsWith('@') ? path : here.startsWith('.') ? here : `./${here}`
      const name = posix.basename(path, '.js')
      // By its name: esbuild warns of an import without one, if the file has no effects.
      return `import { ${name} as ${name}AtStart } from "${from}";\n`
    })
    const directive = /^(["'])use client\1;?\n/.exec(code)?.[0] ?? ''
    writeFileSync(file, directive + lines.join('') + code.slice(directive.length))
  }
}
