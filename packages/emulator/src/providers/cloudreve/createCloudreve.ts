import * as v from 'valibot'
import { hexToBytes } from 'viem'
import { createProviderRuntime, type EmulatorContext } from '../../createProviderRuntime.ts'
import { authorizeRequest } from '../../pipeline/authorizeRequest.ts'
import type { Handler } from '../../pipeline/createPipeline.ts'
import { presentToken } from '../../pipeline/presentToken.ts'
import { readJson } from '../../pipeline/readJson.ts'
import { createDigest } from '../../tokens/createDigest.ts'
import type { CloudreveOptions } from './CloudreveOptions.ts'
import { cloudreveTokenFormat } from './cloudreveTokenFormat.ts'
import type { CloudreveErrorCode } from './cloudreveErrors.ts'
import { createCloudreveAnswers } from './createCloudreveAnswers.ts'
import { streamFile } from './streamFile.ts'
import { type CloudreveTokenAnswer, refreshRequest, toTokenAnswer } from './wire.ts'

/**
 * Cloudreve v4, below `/api/v4` and, as in its document, at the root: `/session/token/refresh`, `DELETE /session/token`, an
 * authorized and an open call, and a file.
 */
export function createCloudreve(context: EmulatorContext, options: CloudreveOptions = {}) {
  const { fractionDigits = 9, zoneOffset = '+08:00', allowDelete = false } = options
  const { secret } = context
  const answers = createCloudreveAnswers({ secret, ...options })
  const toWire = (pair: Parameters<typeof toTokenAnswer>[0]) =>
    toTokenAnswer(pair, { fractionDigits, zoneOffset })

  const states = new Map<string, number>()
  const stateHash = (subject: string) => {
    const bytes = hexToBytes(createDigest(secret, 'state', subject, states.get(subject) ?? 0))
    return btoa(String.fromCharCode(...bytes))
  }

  const runtime = createProviderRuntime<CloudreveTokenAnswer, CloudreveErrorCode>(context, {
    name: 'cloudreve',
    options,
    lifetimes: { accessMs: 3_600_000, refreshMs: 180 * 86_400_000 },
    defaultSubject: 'lpua',
    format: () => cloudreveTokenFormat({ secret, stateHash }),
    corsMethods: ['GET', 'POST', 'PUT', 'OPTIONS', ...(allowDelete ? ['DELETE'] : [])],
    toWire,
    async readRefreshToken(c) {
      const body = v.safeParse(refreshRequest, await readJson(c))
      return body.success ? body.output.refresh_token : undefined
    },
    errorResponse: answers.fail,
    // Cloudreve itself does not throttle; a proxy in front of it would.
    throttledResponse: (headers) => new Response('Too Many Requests', { status: 429, headers }),
  })
  const { tokenStore } = runtime

  const refresh: Handler = async (c, note) => {
    const body = v.safeParse(refreshRequest, await readJson(c))
    if (!body.success) return answers.refuse(note, 40001)
    const presentation = await presentToken(body.output.refresh_token, note, tokenStore)
    if (presentation.type === 'refused') return answers.refuse(note, 40020)
    return Response.json(toWire(presentation.pair))
  }

  const signOut: Handler = async (c, note) => {
    const body = v.safeParse(refreshRequest, await readJson(c))
    if (!body.success) return answers.refuse(note, 40001)
    if (!(await tokenStore.revokeToken(body.output.refresh_token)))
      return answers.refuse(note, 40020)
    note.outcome = 'ok'
    return answers.succeed()
  }

  // An expired or unknown access token is no error here: the request is anonymous, and the response does not say so.
  const who = async (...[c, note]: Parameters<Handler>) => {
    const owner = await authorizeRequest(c, note, tokenStore)
    note.outcome = owner.type === 'ok' ? 'ok' : `anonymous (${owner.reason})`
    return owner.type === 'ok' ? owner.subject : null
  }

  const me: Handler = async (c, note) => {
    const id = await who(c, note)
    return id === null ? answers.refuse(note, 401) : answers.succeed({ id, nickname: id })
  }

  const siteConfig: Handler = async (c, note) => {
    const id = await who(c, note)
    const user = id === null ? { anonymous: true } : { id, nickname: id }
    return answers.succeed({ title: 'Emulated cloud', user })
  }

  const file: Handler = async (c, note) => {
    if ((await who(c, note)) === null) return answers.refuse(note, 401)
    const size = Number(c.req.query('size') ?? 65_536)
    if (!Number.isSafeInteger(size) || size < 0) return answers.refuse(note, 40001)
    return new Response(streamFile(size), {
      headers: {
        'content-type': c.req.query('type') ?? 'application/octet-stream',
        'content-length': String(size),
      },
    })
  }

  for (const base of ['/api/v4', '']) {
    const { serve } = runtime
    serve({
      method: 'POST',
      path: `${base}/session/token/refresh`,
      route: 'refresh',
      handler: refresh,
    })
    serve({ method: 'DELETE', path: `${base}/session/token`, route: 'signOut', handler: signOut })
    serve({ method: 'GET', path: `${base}/user/me`, route: 'call', handler: me })
    serve({ method: 'GET', path: `${base}/site/config/basic`, route: 'call', handler: siteConfig })
    serve({ method: 'GET', path: `${base}/file/content/:id`, route: 'call', handler: file })
  }

  return {
    ...runtime,
    controls: {
      ...runtime.controls,
      removeUser: tokenStore.removeUser,
      /** Changes the user's password and with it the state hash: refresh tokens become invalid, access tokens stay valid. */
      changePassword(subject: string) {
        states.set(subject, (states.get(subject) ?? 0) + 1)
        tokenStore.revokeRefreshTokens(subject)
      },
    },
  }
}
