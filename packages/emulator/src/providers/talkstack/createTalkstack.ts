import * as v from 'valibot'
import { createProviderRuntime, type EmulatorContext } from '../../createProviderRuntime.ts'
import { authorizeRequest } from '../../pipeline/authorizeRequest.ts'
import type { Note } from '../../pipeline/createPipeline.ts'
import { presentToken } from '../../pipeline/presentToken.ts'
import { readJson } from '../../pipeline/readJson.ts'
import { opaqueTokenFormat } from '../../tokens/opaqueTokenFormat.ts'
import type { TalkstackOptions } from './TalkstackOptions.ts'
import { type TalkstackErrorCode, talkstackErrors } from './talkstackErrors.ts'
import { refreshRequest, type TalkstackTokenAnswer, toTokenAnswer } from './wire.ts'

/** TalkStack AI: `/auth/refresh-token`, and `/auth/me` to use a token. */
export function createTalkstack(context: EmulatorContext, options: TalkstackOptions = {}) {
  const { refreshTokenField = 'resfreshToken' } = options
  const toWire: (pair: Parameters<typeof toTokenAnswer>[0]) => TalkstackTokenAnswer = (pair) =>
    toTokenAnswer(pair, refreshTokenField)

  const error = (
    code: number,
    message = code in talkstackErrors ? talkstackErrors[code as TalkstackErrorCode] : 'Error',
    headers: Record<string, string> = {},
  ) => Response.json({ message }, { status: code, headers })

  const refused = (note: Note, reason: string) => {
    note.outcome = reason
    return error(reason === 'no-user' ? 404 : 401)
  }

  const runtime = createProviderRuntime<TalkstackTokenAnswer, TalkstackErrorCode>(context, {
    name: 'talkstack',
    options,
    // The lifetime of a refresh token is undocumented.
    lifetimes: { accessMs: 2 * 3_600_000, refreshMs: 30 * 86_400_000 },
    defaultSubject: 'example@host.com',
    format: (clock) => opaqueTokenFormat({ secret: context.secret, startedAt: clock.now() }),
    corsMethods: ['GET', 'POST', 'OPTIONS'],
    toWire,
    async readRefreshToken(c) {
      const body = v.safeParse(refreshRequest, await readJson(c))
      return body.success ? body.output.refreshToken : undefined
    },
    errorResponse: error,
    throttledResponse: (headers) => error(429, 'Too many requests', headers),
  })
  const { tokenStore } = runtime

  runtime.serve({
    method: 'POST',
    path: '/auth/refresh-token',
    route: 'refresh',
    async handler(c, note) {
      const body = v.safeParse(refreshRequest, await readJson(c))
      if (!body.success) {
        note.outcome = 'missing'
        return error(400)
      }
      const presentation = await presentToken(body.output.refreshToken, note, tokenStore)
      if (presentation.type === 'refused') return refused(note, presentation.reason)
      return Response.json(toWire(presentation.pair))
    },
  })

  runtime.serve({
    method: 'GET',
    path: '/auth/me',
    route: 'call',
    async handler(c, note) {
      const owner = await authorizeRequest(c, note, tokenStore)
      if (owner.type === 'refused') return refused(note, owner.reason)
      note.outcome = 'ok'
      return Response.json({ email: owner.subject })
    },
  })

  return {
    ...runtime,
    controls: { ...runtime.controls, removeUser: tokenStore.removeUser },
  }
}
