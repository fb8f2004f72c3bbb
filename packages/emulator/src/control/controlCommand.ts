import * as v from 'valibot'
import { providerNames } from '../types/ProviderName.ts'

const provider = v.exactOptional(v.picklist(providerNames))
const ms = v.pipe(v.number(), v.finite())
const positiveMs = v.pipe(ms, v.minValue(0))
const subject = v.pipe(v.string(), v.nonEmpty())
const processed = v.exactOptional(v.boolean())

const fault = v.union([
  v.picklist([
    'lost-answer',
    'lost-request',
    'sent-twice',
    'hang',
    'html',
    'cut-json',
    '204',
    '500',
    '429',
    'redirect',
  ]),
  v.variant('type', [
    v.strictObject({ type: v.picklist(['lost-answer', 'lost-request', 'sent-twice']) }),
    v.strictObject({ type: v.picklist(['hang', 'html', 'cut-json', '204', '500']), processed }),
    v.strictObject({
      type: v.literal('429'),
      processed,
      retryAfterMs: v.exactOptional(positiveMs),
      retryAfterAs: v.exactOptional(v.picklist(['seconds', 'date'])),
    }),
    v.strictObject({
      type: v.literal('redirect'),
      processed,
      location: v.exactOptional(v.string()),
    }),
    v.strictObject({
      type: v.literal('error'),
      processed,
      code: v.pipe(v.number(), v.integer()),
      message: v.exactOptional(v.string()),
    }),
  ]),
])

const policy = v.union([
  v.picklist(['stateless', 'strict', 'grace']),
  v.strictObject({ type: v.literal('grace'), graceMs: positiveMs }),
])

/** The input of the control endpoint. Without a `provider`, a command goes to all four. */
export const controlCommand = v.variant('action', [
  v.strictObject({ action: v.literal('advanceClock'), provider, ms }),
  v.strictObject({ action: v.literal('setClock'), provider, at: ms }),
  v.strictObject({ action: v.literal('resetClock'), provider }),
  v.strictObject({
    action: v.literal('setLifetimes'),
    provider,
    accessMs: v.exactOptional(positiveMs),
    refreshMs: v.exactOptional(positiveMs),
  }),
  v.strictObject({
    action: v.literal('setLatency'),
    provider,
    requestMs: v.exactOptional(positiveMs),
    responseMs: v.exactOptional(positiveMs),
  }),
  v.strictObject({ action: v.literal('setReuse'), provider, policy }),
  v.strictObject({
    action: v.literal('failNext'),
    provider,
    fault,
    times: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    route: v.exactOptional(v.picklist(['signIn', 'refresh', 'signOut', 'call'])),
  }),
  v.strictObject({ action: v.literal('clearFaults'), provider }),
  v.strictObject({ action: v.literal('release'), provider }),
  v.strictObject({ action: v.literal('revoke'), provider, subject: v.exactOptional(subject) }),
  v.strictObject({
    action: v.literal('expireAccess'),
    provider,
    subject: v.exactOptional(subject),
  }),
  v.strictObject({ action: v.literal('resetCounters'), provider }),
  v.strictObject({ action: v.literal('clearLog') }),
  v.strictObject({
    action: v.literal('issue'),
    provider: v.picklist(providerNames),
    subject: v.exactOptional(subject),
  }),
  v.strictObject({
    action: v.literal('removeUser'),
    provider: v.picklist(['talkstack', 'cloudreve']),
    subject,
  }),
  v.strictObject({ action: v.literal('changePassword'), subject }),
  v.strictObject({ action: v.literal('setOmitRefreshToken'), omitRefreshToken: v.boolean() }),
])

/** A command to the control endpoint. Without a `provider`, it goes to all four. */
export type ControlCommand = v.InferOutput<typeof controlCommand>
