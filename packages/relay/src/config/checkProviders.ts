import type { TokenProvider } from '@takokit/core'
import { invalid } from './invalid.ts'
import { isAllowedUpstream } from './isAllowedUpstream.ts'
import { isIssuerProvider } from '../providers/siweIssuer/IssuerProvider.ts'
import { bindIssuer } from '../providers/siweIssuer/siweIssuer.ts'
import { isPrivateHost } from './isPrivateHost.ts'

/** Limits upstreams to what a server may request: absolute, https, and not on a private network unless that is allowed. */
export function checkProviders(
  providers: readonly TokenProvider[],
  allowPrivate: boolean | readonly string[],
  relay: { url: string; origins: ReadonlySet<string> },
): Map<string, TokenProvider> {
  const known = new Map<string, TokenProvider>()
  if (!Array.isArray(providers) || providers.length === 0)
    throw invalid('providers', 'one token provider at least, such as `[tako()]`', 'none')
  for (const [index, provider] of providers.entries()) {
    const field = `providers[${index}]`
    if (typeof provider?.refresh !== 'function' || typeof provider.name !== 'string')
      throw invalid(field, 'a token provider, such as `tako()`', typeof provider)
    const { name } = provider
    if (!/^[\w-]{1,64}$/.test(name))
      throw invalid(`${field}.name`, 'up to 64 letters, digits, "-" and "_"', `"${name}"`)
    if (name === 'healthz') throw invalid(`${field}.name`, 'a name that is no route', `"${name}"`)
    if (known.has(name)) throw invalid(`${field}.name`, 'a name of its own', `"${name}" twice`)
    if (provider.relayed)
      throw invalid(
        field,
        'a provider itself, such as `tako()`',
        '`relayed()`, the half that belongs in the page',
      )
    if (isIssuerProvider(provider)) {
      known.set(name, bindIssuer(provider, relay))
      continue
    }
    if (provider.origins.length === 0)
      throw invalid(`${field}.origins`, 'the origin of the API', 'none')
    for (const origin of provider.origins) checkUpstream(origin, field, allowPrivate)
    known.set(name, provider)
  }
  return known
}

function checkUpstream(
  address: string,
  field: string,
  allowPrivate: boolean | readonly string[],
): void {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const expects = 'an upstream with an absolute https address'
  if (!url || !/^https?:$/.test(url.protocol))
    throw invalid(field, expects, `"${address.slice(0, 100)}"`)
  if (url.username || url.password)
    throw invalid(field, 'an upstream without credentials in its address', `some at ${url.host}`)
  const isAllowed =
    typeof allowPrivate === 'boolean' ? allowPrivate : isAllowedUpstream(url, allowPrivate)
  if (isPrivateHost(url.hostname) && !isAllowed)
    throw invalid(
      field,
      `an upstream on the public internet; add "${url.host}" to \`allowPrivateUpstreams\` if it is meant`,
      `the private address ${url.host}`,
    )
  if (url.protocol === 'http:' && !isPrivateHost(url.hostname))
    throw invalid(field, expects, `http at ${url.host}`)
}
