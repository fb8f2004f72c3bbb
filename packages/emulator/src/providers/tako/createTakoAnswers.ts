import type { Context } from 'hono'
import * as v from 'valibot'
import type { Handler, Note } from '../../pipeline/createPipeline.ts'
import { readJson } from '../../pipeline/readJson.ts'
import { TakoError } from './TakoError.ts'
import type { TakoOptions } from './TakoOptions.ts'
import { type TakoErrorCode, takoErrors } from './takoErrors.ts'

/** Tako's error responses, with options for what its documents leave open. */
export function createTakoAnswers(options: TakoOptions) {
  const { errorField = 'error_msg', refusedCode = 600, errorStatus = defaultStatus } = options

  function error(
    code: number,
    message = code in takoErrors ? takoErrors[code as TakoErrorCode] : 'Error',
    init: ResponseInit = { status: errorStatus(code) },
  ) {
    return Response.json({ status: 'error', error_code: code, [errorField]: message }, init)
  }

  return {
    error,
    throttled: (headers: Record<string, string>) =>
      error(600, 'Too many requests', { status: 429, headers }),
    /** The refusal of an invalid token. */
    refused(note: Note, reason: string) {
      note.outcome = reason
      const status = options.errorStatus?.(refusedCode) ?? 401
      return error(refusedCode, `Invalid token: ${reason}`, { status })
    },
    /** Runs a handler and converts what it throws into an error response. */
    worded:
      (handler: Handler): Handler =>
      async (c, note) => {
        try {
          const response = await handler(c, note)
          note.outcome ??= 'ok'
          return response
        } catch (thrown) {
          if (!(thrown instanceof TakoError)) throw thrown
          note.outcome = String(thrown.code)
          return error(thrown.code, thrown.message)
        }
      },
    /** @throws {TakoError} 1100 if the body is no JSON object, 1101 if a parameter is wrong. */
    async readBody<const schema extends v.GenericSchema>(c: Context, schema: schema) {
      const body = await readJson(c)
      if (typeof body !== 'object' || body === null) throw new TakoError(1100)
      const result = v.safeParse(schema, body)
      if (!result.success) throw new TakoError(1101, v.getDotPath(result.issues[0]) ?? undefined)
      return result.output
    },
  }
}

function defaultStatus(code: number): number {
  return code >= 1000 && code <= 1004 ? 500 : 400
}
