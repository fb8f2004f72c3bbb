import type { Context } from 'hono'

/** The JSON body of a request, or undefined if there is none or it is not declared as JSON. */
export async function readJson(c: Context): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return undefined
  try {
    return JSON.parse(await c.req.text()) as unknown
  } catch {
    return undefined
  }
}
