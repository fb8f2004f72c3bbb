import { defineProvider, TakoKitError, type TokenProvider } from '@takokit/core'
import {
  documentedFields,
  documentedParameters,
  type PrivateCloudFields,
  type PrivateCloudParameters,
  refresh,
} from './wire.ts'

export interface PrivateCloudOptions<name extends string = 'privateCloud'> {
  /** Its name in routes and pages: `relayed({ provider: 'privateCloud', … })`. */
  name?: name | undefined
  /** The deployment's URL, such as `https://cloud.example.com`. */
  baseUrl: string
  /** The client's id. */
  clientId: string
  /** The client's secret, two during a rotation (the new one first), or a function that fetches them. */
  clientSecret:
    | string
    | readonly [current: string, previous: string]
    | (() => string | readonly string[] | Promise<string | readonly string[]>)
  /** The deployment's names for the members of its response. */
  fields?: Partial<PrivateCloudFields> | undefined
  /** The deployment's names for the query parameters. */
  parameters?: Partial<PrivateCloudParameters> | undefined
  /** The paths of its calls. Default: `/api/refreshToken.do`. */
  paths?: { refresh?: string | undefined } | undefined
  /**
   * Whether a response without tokens says that the refresh token is invalid, if the deployment has its own way to say so. A
   * `true` is confirmed once before a session ends.
   */
  isRefused?: ((answer: { status: number; json: unknown }) => boolean) | undefined
}

/**
 * The private cloud (`.do`): client credentials by HTTP Basic, and the refresh token in the query. Only a server may call it, so
 * it is here and not in `@takokit/core`; the page says `relayed({ provider: 'privateCloud', … })`.
 *
 * @example
 * ```ts
 * import { createRelay, privateCloud } from '@takokit/relay'
 *
 * declare const env: Record<'RELAY_SECRET' | 'CLOUD_SECRET', string>
 *
 * const relay = createRelay({
 *   providers: [
 *     privateCloud({ baseUrl: 'https://cloud.example.com', clientId: 'dapp', clientSecret: env.CLOUD_SECRET }),
 *   ],
 *   secret: env.RELAY_SECRET,
 *   origin: 'https://dapp.example',
 * })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if the URL, a path, the client's id or its secret is invalid.
 * @see The private cloud's Refresh token document; RFC 7617 (Basic, with UTF-8).
 */
export function privateCloud<const name extends string = 'privateCloud'>(
  options: PrivateCloudOptions<name>,
): TokenProvider<name> {
  const { name = 'privateCloud' as name, baseUrl, clientId, clientSecret } = options
  const path = options.paths?.refresh ?? '/api/refreshToken.do'
  check(URL.canParse(baseUrl), name, '`baseUrl` needs an absolute address')
  check(/^\/[^?#\s]*$/.test(path), name, '`paths.refresh` needs a path that begins with "/"')
  // RFC 7617: the password begins after the first colon.
  check(clientId !== '' && !clientId.includes(':'), name, '`clientId` needs a text without ":"')
  const given = typeof clientSecret === 'string' ? [clientSecret] : clientSecret
  check(
    typeof given === 'function' || (given.length > 0 && given.every(Boolean)),
    name,
    '`clientSecret` needs a text, two of them, or a function',
  )
  const deployment = {
    url: `${baseUrl.replace(/\/+$/, '')}${path}`,
    clientId,
    secrets: async () => {
      const secrets = typeof given === 'function' ? await given() : given
      return typeof secrets === 'string' ? [secrets] : secrets
    },
    fields: { ...documentedFields, ...options.fields },
    parameters: { ...documentedParameters, ...options.parameters },
    isRefused: options.isRefused,
  }
  return defineProvider({
    name,
    origins: [baseUrl],
    refresh: (context, { tokens }) => refresh(context, deployment, tokens),
  })
}

function check(isRight: boolean, name: string, problem: string): void {
  if (!isRight) throw new TakoKitError('config/invalid', `privateCloud "${name}": ${problem}.`)
}
