import { Hono } from 'hono'
import * as v from 'valibot'
import { readJson } from '../pipeline/readJson.ts'
import type { EmulatorControls } from '../Emulator.ts'
import { controlCommand } from './controlCommand.ts'
import { isOwnPage } from './isOwnPage.ts'
import { readState } from './readState.ts'
import { runCommand } from './runCommand.ts'

/**
 * The controls as JSON, for a demo page.
 *
 * - `GET {path}/state`: `EmulatorState`.
 * - `GET {path}/events?after={seq}`: `{ events: EmulatorEvent[] }`, oldest first.
 * - `POST {path}`: a `ControlCommand`; responds `{ state, issued? }`, or HTTP 400 with `{ error }`.
 */
export function createControlApi(controls: EmulatorControls, path: string): Hono {
  const app = new Hono().basePath(path)
  app.use(async (c, next) => {
    if (!isOwnPage(c.req.raw)) return c.json({ error: 'Only for pages of this server.' }, 403)
    await next()
    c.header('cache-control', 'no-store')
    return
  })
  app.get('/state', (c) => c.json(readState(controls)))
  app.get('/events', (c) =>
    c.json({ events: controls.log.entries(Number(c.req.query('after') ?? 0)) }),
  )
  app.post('/', async (c) => {
    const command = v.safeParse(controlCommand, await readJson(c))
    if (!command.success) {
      const [issue] = command.issues
      return c.json({ error: `${v.getDotPath(issue) ?? 'body'}: ${issue.message}` }, 400)
    }
    const issued = await runCommand(controls, command.output)
    // A pair's subject and response are not enumerable.
    const pair = issued && { ...issued, subject: issued.subject, wire: issued.wire }
    return c.json({ state: readState(controls), ...(pair && { issued: pair }) })
  })
  return app
}
