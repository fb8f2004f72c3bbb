import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the templates, one folder each: beside the built files. */
export const templatesFolder = fileURLToPath(new URL('templates', import.meta.url))

/** The names of the templates; `vite` is the default. */
export const templates = (): string[] => readdirSync(templatesFolder).sort()
