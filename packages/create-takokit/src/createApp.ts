import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { templates, templatesFolder } from './templates.ts'

export interface CreateAppParameters {
  /** Where the dapp is written: a folder that is absent or empty. */
  folder: string
  /** Default: `vite`. */
  template?: string | undefined
}

/**
 * Writes a dapp that signs in with a wallet.
 *
 * @example
 * ```ts
 * import { createApp } from 'create-takokit'
 *
 * createApp({ folder: 'my-dapp', template: 'rainbowkit' })
 * ```
 *
 * @throws {RangeError} For a folder with something in it, and for a template that does not exist.
 */
export function createApp({ folder, template = 'vite' }: CreateAppParameters): void {
  const at = resolve(folder)
  if (!templates().includes(template))
    throw new RangeError(`There is no template "${template}". There are ${templates().join(', ')}.`)
  if (existsSync(at) && readdirSync(at).length > 0)
    throw new RangeError(`${folder} is not empty. Name a folder that is, or a new one.`)
  cpSync(join(templatesFolder, template), at, { recursive: true })
  const file = join(at, 'package.json')
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, `${JSON.stringify({ name: nameOf(at), ...(manifest as object) }, null, 2)}\n`)
  // npm leaves a file of this name out of packages.
  writeFileSync(join(at, '.gitignore'), 'node_modules\ndist\n')
}

/** A folder's name as npm allows it for a package. */
function nameOf(at: string): string {
  const name = basename(at)
    .toLowerCase()
    .replaceAll(/[^a-z\d-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return name || 'my-dapp'
}
