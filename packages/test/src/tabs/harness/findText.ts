import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The end of a text, where tokens differ, in two parts, because a store may split a value over blocks. */
function needles(text: string): Buffer[] {
  const parts = text.length < 60 ? [text] : [text.slice(-20), text.slice(-40, -20)]
  return parts.flatMap((part) => [
    Buffer.from(part, 'utf8'),
    Buffer.from(part, 'utf16le'),
    Buffer.from(part, 'utf16le').swap16(),
  ])
}

/** Whether bytes contain a text in UTF-8 or UTF-16. */
export function holdsText(bytes: Buffer, text: string): boolean {
  return needles(text).some((needle) => bytes.includes(needle))
}

/** Returns, for each of these texts, the files below a folder that contain it. */
export async function findInFolder(folder: string, texts: readonly string[]): Promise<string[][]> {
  const found = texts.map((): string[] => [])
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name))
    for (const [index, text] of texts.entries())
      if (holdsText(bytes, text)) found[index]?.push(entry.name)
  }
  return found
}
