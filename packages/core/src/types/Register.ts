/**
 * Extended by declaration merging, so that provider names are literal types everywhere.
 *
 * @example
 * ```ts
 * import { createAuthClient, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 *
 * declare module '@takokit/core' {
 *   interface Register {
 *     client: typeof auth
 *   }
 * }
 * ```
 */
// biome-ignore lint: an interface is what can be merged into.
export interface Register {}

/** The names of the registered client's providers, or `string`. */
export type ProviderName = Register extends { client: { '~providers': infer names extends string } }
  ? names
  : string
