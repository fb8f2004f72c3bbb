import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentTypeOf } from './contentTypeOf.ts'
import type { Row } from './rows.ts'

export interface AnswerFilesParameters {
  row: Row
  /** The dapp's folder. */
  at: string
  /** Called with a URL that has no file. */
  onMissing: (url: URL) => void
}

/** A server of the test for what a dapp has built as static files. */
export function answerFiles({ row, at, onMissing }: AnswerFilesParameters) {
  return async (request: Request): Promise<Response> => {
    const asked = new URL(request.url)
    const path = join(at, row.output ?? '', asked.pathname.replace(/\/$/, '/index.html'))
    const body = await readFile(path).catch(() => undefined)
    if (!body) {
      onMissing(asked)
      return new Response(null, { status: 404 })
    }
    const type = { 'content-type': contentTypeOf(path) }
    return new Response(body, { headers: { ...row.headers, ...type } })
  }
}
