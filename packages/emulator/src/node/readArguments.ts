import { parseArgs } from 'node:util'
import * as v from 'valibot'
import type { CommonProviderOptions } from '../types/CommonProviderOptions.ts'
import type { ServeEmulatorOptions } from './serveEmulator.ts'

export const usage = `Usage: takokit-emulator [options]

Serves the token APIs of Tako, TalkStack AI, Cloudreve and the private cloud.

  --port <number>             default 8000; 0 for any free one
  --host <address>            default 127.0.0.1
  --allow-origin <origin>     origin that may read answers; repeatable; default: every one
  --access-seconds <number>   life of access tokens; default: as documented
  --refresh-seconds <number>  life of refresh tokens; default: as documented
  --reuse <policy>            stateless (default), grace or strict
  --controls                  switch on the control endpoint at /__emulator
  --quiet                     no line per request
  --help                      this text
`

const seconds = v.pipe(v.string(), v.toNumber(), v.finite(), v.minValue(0))

const values = v.object({
  port: v.optional(
    v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(0), v.maxValue(65_535)),
    '8000',
  ),
  host: v.optional(v.string(), '127.0.0.1'),
  'allow-origin': v.optional(v.array(v.string())),
  'access-seconds': v.optional(seconds),
  'refresh-seconds': v.optional(seconds),
  reuse: v.optional(v.picklist(['stateless', 'grace', 'strict']), 'stateless'),
  controls: v.optional(v.boolean(), false),
  quiet: v.optional(v.boolean(), false),
  help: v.optional(v.boolean(), false),
})

/** The options of the command line. */
export interface CliOptions {
  help: boolean
  quiet: boolean
  serve: ServeEmulatorOptions
}

/**
 * Parses a command line.
 *
 * @throws {Error} Names the invalid option.
 */
export function readArguments(args: readonly string[]): CliOptions {
  const parsed = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'allow-origin': { type: 'string', multiple: true },
      'access-seconds': { type: 'string' },
      'refresh-seconds': { type: 'string' },
      reuse: { type: 'string' },
      controls: { type: 'boolean' },
      quiet: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const result = v.safeParse(values, parsed.values)
  if (!result.success) {
    const [issue] = result.issues
    throw new Error(`--${v.getDotPath(issue) ?? ''}: ${issue.message}`)
  }
  const options = result.output
  const { 'access-seconds': access, 'refresh-seconds': refresh, 'allow-origin': origins } = options
  const common: CommonProviderOptions = {
    reuse: options.reuse,
    ...(access !== undefined && { accessLifetimeMs: access * 1_000 }),
    ...(refresh !== undefined && { refreshLifetimeMs: refresh * 1_000 }),
  }
  return {
    help: options.help,
    quiet: options.quiet,
    serve: {
      port: options.port,
      hostname: options.host,
      controls: options.controls,
      ...(origins && { allowedOrigins: origins }),
      tako: common,
      talkstack: common,
      cloudreve: common,
      privateCloud: common,
    },
  }
}
