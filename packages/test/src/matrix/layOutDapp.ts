import { cpSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const apps = resolve(import.meta.dirname, 'apps')

/** Copies the files of a dapp into a folder: its own, and those that all have. */
export function layOutDapp(name: string, at: string): void {
  cpSync(join(apps, 'shared'), join(at, 'src'), { recursive: true })
  // A kit's own components are beside those that all have.
  for (const file of readdirSync(join(apps, name)))
    cpSync(join(apps, name, file), join(at, file.endsWith('.tsx') ? 'src' : '', file), {
      recursive: true,
    })
}
