import { createProviderRuntime, type EmulatorContext } from '../../createProviderRuntime.ts'
import { authorizeRequest } from '../../pipeline/authorizeRequest.ts'
import { presentToken } from '../../pipeline/presentToken.ts'
import { opaqueTokenFormat } from '../../tokens/opaqueTokenFormat.ts'
import type { PrivateCloudOptions } from './PrivateCloudOptions.ts'
import { type PrivateCloudErrorCode, privateCloudErrors } from './privateCloudErrors.ts'
import { readBasicCredentials } from './readBasicCredentials.ts'
import { documentedFields, type PrivateCloudTokenAnswer, toTokenAnswer } from './wire.ts'

/** The private cloud: `/api/refreshToken.do`, and `/api/userInfo.do` to use a token. */
export function createPrivateCloud(context: EmulatorContext, options: PrivateCloudOptions = {}) {
  const { clientId = 'demo-client', clientSecret = 'demo-secret', paths = {} } = options
  const fields = { ...documentedFields, ...options.fields }
  let omit = options.omitRefreshToken ?? false

  function error(
    code: number,
    name: string = code in privateCloudErrors
      ? privateCloudErrors[code as PrivateCloudErrorCode]
      : 'error',
    headers: Record<string, string> = {},
  ) {
    return options.failsInEnvelope && code !== 429
      ? Response.json({ code, success: false, msg: name }, { headers })
      : Response.json({ error: name }, { status: code, headers })
  }

  const runtime = createProviderRuntime<PrivateCloudTokenAnswer, PrivateCloudErrorCode>(context, {
    name: 'privateCloud',
    options,
    lifetimes: { accessMs: 3_600_000, refreshMs: 30 * 86_400_000 },
    defaultSubject: 'demo',
    format: (clock) => opaqueTokenFormat({ secret: context.secret, startedAt: clock.now() }),
    keepsRefreshToken: () => omit,
    corsMethods: ['GET', 'POST', 'OPTIONS'],
    // An issued pair has both tokens, even if a refresh omits one.
    toWire: (pair, now) => toTokenAnswer(pair, { fields, now, omit: false }),
    readRefreshToken: async (c) => c.req.query('refresh_token'),
    errorResponse: error,
    throttledResponse: (headers) => error(429, 'too_many_requests', headers),
  })
  const { clock, tokenStore } = runtime

  runtime.serve({
    method: 'POST',
    path: paths.refresh ?? '/api/refreshToken.do',
    route: 'refresh',
    // Its client secret must never be in a page, so no page may read the response.
    cors: false,
    async handler(c, note) {
      const client = readBasicCredentials(c.req.header('authorization'))
      if (client?.clientId !== clientId || client.clientSecret !== clientSecret) {
        note.outcome = 'invalid_client'
        return error(401)
      }
      const token = c.req.query('refresh_token')
      const isDocumented = c.req.query('grant_type') === 'refresh_token' && token
      if (!isDocumented || (await c.req.text()) !== '') {
        note.outcome = 'invalid_request'
        return error(400, 'invalid_request')
      }
      const presentation = await presentToken(token, note, tokenStore)
      if (presentation.type === 'refused') return error(400)
      return Response.json(toTokenAnswer(presentation.pair, { fields, now: clock.now(), omit }))
    },
  })

  runtime.serve({
    method: 'GET',
    path: paths.userInfo ?? '/api/userInfo.do',
    route: 'call',
    async handler(c, note) {
      const owner = await authorizeRequest(c, note, tokenStore)
      note.outcome = owner.type === 'refused' ? owner.reason : 'ok'
      return owner.type === 'refused'
        ? error(401, 'invalid_token')
        : Response.json({ username: owner.subject })
    },
  })

  return {
    ...runtime,
    controls: {
      ...runtime.controls,
      setOmitRefreshToken(omitRefreshToken: boolean) {
        omit = omitRefreshToken
      },
    },
  }
}
