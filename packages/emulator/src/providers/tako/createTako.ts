import * as v from 'valibot'
import { getAddress } from 'viem'
import { createProviderRuntime, type EmulatorContext } from '../../createProviderRuntime.ts'
import { authorizeRequest } from '../../pipeline/authorizeRequest.ts'
import { presentToken } from '../../pipeline/presentToken.ts'
import { readJson } from '../../pipeline/readJson.ts'
import { checkOwner } from './checkOwner.ts'
import { createTakoAnswers } from './createTakoAnswers.ts'
import { readSignInMessage } from './readSignInMessage.ts'
import { TakoError } from './TakoError.ts'
import type { TakoOptions } from './TakoOptions.ts'
import type { TakoErrorCode } from './takoErrors.ts'
import { takoTokenFormat } from './takoTokenFormat.ts'
import {
  ignoreFarcasterBidRequest,
  ignoreLensBidRequest,
  refreshRequest,
  type TakoTokenAnswer,
  tokenRequest,
  toTokenAnswer,
} from './wire.ts'

/** The Tako API: `/v2/token`, `/v2/refresh_token` and the two `ignore_bid` calls. */
export function createTako(context: EmulatorContext, options: TakoOptions = {}) {
  const { maxAgeMs = 24 * 3_600_000, maxAheadMs = 5 * 60_000, verifySignature } = options
  const answers = createTakoAnswers(options)
  const runtime = createProviderRuntime<TakoTokenAnswer, TakoErrorCode>(context, {
    name: 'tako',
    options,
    lifetimes: { accessMs: 3_600_000, refreshMs: 86_400_000 },
    // The first of the well-known development accounts.
    defaultSubject: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
    toSubject: (subject) => getAddress(subject),
    format: () => takoTokenFormat(context.secret),
    rateLimit: options.rateLimit ?? { requests: 60, perMs: 60_000 },
    corsMethods: ['GET', 'POST', 'OPTIONS'],
    toWire: toTokenAnswer,
    async readRefreshToken(c) {
      const body = v.safeParse(refreshRequest, await readJson(c))
      return body.success ? body.output.refresh_token : undefined
    },
    errorResponse: answers.error,
    throttledResponse: answers.throttled,
  })
  const { clock, tokenStore } = runtime

  runtime.serve({
    method: 'POST',
    path: '/v2/token',
    route: 'signIn',
    handler: answers.worded(async (c, note) => {
      const { message, signature } = await answers.readBody(c, tokenRequest)
      const { address, issuedAt } = readSignInMessage(message)
      if (issuedAt > clock.now() + maxAheadMs) throw new TakoError(3003, 'in the future')
      if (issuedAt < clock.now() - maxAgeMs) throw new TakoError(3002)
      await checkOwner({ address, message, signature }, verifySignature)
      note.subject = address
      return Response.json(toTokenAnswer(tokenStore.issue(address), clock.now()))
    }),
  })

  runtime.serve({
    method: 'POST',
    path: '/v2/refresh_token',
    route: 'refresh',
    handler: answers.worded(async (c, note) => {
      const body = await answers.readBody(c, refreshRequest)
      const presentation = await presentToken(body.refresh_token, note, tokenStore)
      if (presentation.type === 'refused') return answers.refused(note, presentation.reason)
      return Response.json(toTokenAnswer(presentation.pair, clock.now()))
    }),
  })

  const ignoreBid = (
    path: string,
    schema: typeof ignoreFarcasterBidRequest | typeof ignoreLensBidRequest,
  ) =>
    runtime.serve({
      method: 'POST',
      path,
      route: 'call',
      handler: answers.worded(async (c, note) => {
        const owner = await authorizeRequest(c, note, tokenStore)
        if (owner.type === 'refused') return answers.refused(note, owner.reason)
        const { index, ignore = true } = await answers.readBody(c, schema)
        return Response.json({
          status: 'success',
          data: `update ignore info of ${index} to ${ignore} succeed`,
        })
      }),
    })
  ignoreBid('/v2/farcaster/ignore_bid', ignoreFarcasterBidRequest)
  ignoreBid('/v2/lens/ignore_bid', ignoreLensBidRequest)

  return runtime
}
