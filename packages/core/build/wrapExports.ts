import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface WrapExportsParameters {
  /** The folder that was built, with `index.js` in it. */
  folder: string
  /** Exports that parts of the kit use later. */
  names: readonly string[]
}

/**
 * Gives exports of a built index a file each, which nothing but the index imports.
 *
 * esbuild loads at start every module that a used index imports or exports, if anything in the application uses that module,
 * however late. It passes over a file that nothing uses: an application that does not import the name does not load it at start.
 */
export function wrapExports({ folder, names }: WrapExportsParameters): void {
  const index = join(folder, 'index.js')
  let code = readFileSync(index, 'utf8')
  for (const name of names) {
    const line = new RegExp(`^import \\{ ${name} \\} from "(.+)";$`, 'm')
    const from = line.exec(code)?.[1]
    if (!from) throw new Error(`${index} does not import ${name} in a line of its own.`)
    // A constant: esbuild looks through `export { name } from`.
    writeFileSync(
      join(folder, `${name}.js`),
      `import { ${name} as wrapped } from "${from}";\nexport const ${name} = wrapped;\n`,
    )
    code = code.replace(line, `import { ${name} } from "./${name}.js";`)
  }
  writeFileSync(index, code)
}
