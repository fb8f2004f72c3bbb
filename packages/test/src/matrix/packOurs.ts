import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { pack, publishedOurs } from '../packed/pack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Our packages as they would be published: names, each with the specifier of its file. */
    ours: Record<string, string>
  }
}

/** Builds and packs the packages once for all tests of a run. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'takokit-ours-'))
  const packed = publishedOurs.map(async (name) => {
    const { file } = await pack(name, folder)
    return [`@takokit/${name}`, `file:${file}`] as const
  })
  project.provide('ours', Object.fromEntries(await Promise.all(packed)))
  return () => {
    rmSync(folder, { recursive: true })
  }
}
