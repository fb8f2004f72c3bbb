import type { BrowserContext, Route } from '@playwright/test'
import type { Answer } from '../urls/Answer.ts'

/** Answers a page's request by a server of the test. A server that throws has dropped the connection. */
export async function answerRoute(
  context: BrowserContext,
  route: Route,
  answer: Answer,
): Promise<void> {
  const asked = route.request()
  const headers = new Headers(await asked.allHeaders())
  // HTTP/2 names what a URL has.
  for (const name of [...headers.keys()]) if (name.startsWith(':')) headers.delete(name)
  // A request that is routed has not reached the part of the browser that adds them.
  const cookies = await context.cookies(asked.url())
  if (cookies.length > 0 && !headers.has('cookie'))
    headers.set('cookie', cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  const init = { method: asked.method(), headers, body: asked.postDataBuffer() as BodyInit | null }
  let response: Response
  let body: Buffer
  try {
    response = await answer(new Request(asked.url(), init))
    body = Buffer.from(await response.arrayBuffer())
  } catch {
    return route.abort('connectionreset').catch(() => {})
  }
  const fields = Object.fromEntries(response.headers)
  // Playwright separates them by lines.
  const set = response.headers.getSetCookie()
  if (set.length > 0) fields['set-cookie'] = set.join('\n')
  // The page may be gone meanwhile.
  await route.fulfill({ status: response.status, headers: fields, body }).catch(() => {})
}
