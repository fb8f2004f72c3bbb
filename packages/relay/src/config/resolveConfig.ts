import { consoleLogger } from '../log/consoleLogger.ts'
import { memoryStore } from '../stores/memoryStore.ts'
import type { RelayOptions } from '../types/RelayOptions.ts'
import { defaultSignInRules, type SignInRules } from '../types/SignInRules.ts'
import { checkLimits } from './checkLimits.ts'
import { checkNumber, maxCookieMs } from './checkNumber.ts'
import { checkProviders } from './checkProviders.ts'
import { checkSecrets } from './checkSecrets.ts'
import { checkTiming } from './checkTiming.ts'
import { createCookieNames } from './createCookieNames.ts'
import { invalid } from './invalid.ts'
import type { RelayConfig } from './RelayConfig.ts'

/** Checks the options at start, so that mistakes show before the first request. */
export function resolveConfig(options: RelayOptions): RelayConfig {
  const { now = () => Date.now(), basePath = '/auth', maxBodyBytes = 32_768 } = options
  const { maxCookieBytes = 3_000 } = options
  if (typeof options.secret !== 'function') checkSecrets(options.secret)
  if (!/^(\/[\w.~-]+)*$/.test(basePath) || /\/\.{1,2}(\/|$)/.test(basePath))
    throw invalid('basePath', 'a path such as "/auth", or "" for the root', `"${basePath}"`)
  checkNumber('maxBodyBytes', maxBodyBytes, 1_024, 16_777_216)
  checkNumber('maxCookieBytes', maxCookieBytes, 0, 12_000)
  const tokensIn = options.tokensIn ?? 'cookie'
  if (tokensIn !== 'cookie' && tokensIn !== 'store')
    throw invalid('tokensIn', '"cookie" or "store"', `"${String(tokensIn)}"`)
  const origins = checkOrigins(options.origin)
  const [origin = ''] = origins
  const partitionedCookies = options.partitionedCookies ?? false
  return {
    providers: checkProviders(options.providers, options.allowPrivateUpstreams ?? false, {
      url: origin + basePath,
      origins,
    }),
    secret: options.secret,
    origins,
    basePath,
    relayUrl: origin + basePath,
    cookieNames: createCookieNames({ ...options, origin, basePath }),
    partitionedCookies,
    namespace: checkNamespace(options.namespace) ?? new URL(origin).host + basePath,
    store: options.store ?? memoryStore({ now }),
    tokensIn,
    clientAddress: options.clientAddress,
    rateLimits: checkLimits(options.rateLimits),
    signIn: checkSignInRules(options.signIn),
    logger: options.logger === false ? undefined : (options.logger ?? consoleLogger),
    metrics: options.metrics ?? (() => {}),
    timing: checkTiming(options.timing),
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    now,
    setTimer: options.setTimer ?? platformTimer,
    random: options.random ?? Math.random,
    trustRequestId: options.trustRequestId ?? false,
    maxCookieBytes,
    maxBodyBytes,
  }
}

function checkOrigins(origin: string | readonly string[]): ReadonlySet<string> {
  const origins = typeof origin === 'string' ? [origin] : origin
  const expects = 'the origin that the relay is served under, such as "https://dapp.example"'
  if (!Array.isArray(origins) || origins.length === 0) throw invalid('origin', expects, 'none')
  for (const one of origins as readonly unknown[]) {
    const url = typeof one === 'string' && URL.canParse(one) ? new URL(one) : undefined
    if (!url || url.origin !== one)
      throw invalid('origin', expects, `"${String(one).slice(0, 100)}"`)
    const isLoopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
    // On any other origin, a browser would reject the cookie.
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))
      throw invalid('origin', 'https, or http on localhost', `"${url.origin}"`)
  }
  return new Set(origins)
}

function checkNamespace(namespace: string | undefined): string | undefined {
  if (namespace === undefined || /^[\w./~-]{1,128}$/.test(namespace)) return namespace
  throw invalid(
    'namespace',
    'up to 128 letters, digits and "._/~-"',
    `"${String(namespace).slice(0, 100)}"`,
  )
}

function checkSignInRules(given: RelayOptions['signIn']): SignInRules {
  const { maxAgeMs, ...switches } = { ...defaultSignInRules, ...given }
  if (maxAgeMs !== Number.POSITIVE_INFINITY)
    checkNumber('signIn.maxAgeMs', maxAgeMs, 1, maxCookieMs)
  for (const [name, value] of Object.entries(switches)) {
    if (typeof value !== 'boolean')
      throw invalid(`signIn.${name}`, '`true` or `false`', String(value))
  }
  return { maxAgeMs, ...switches }
}

function platformTimer(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs)
  return () => clearTimeout(timer)
}
