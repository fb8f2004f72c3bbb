import type { Note } from '../../pipeline/createPipeline.ts'
import { createDigest } from '../../tokens/createDigest.ts'
import type { CloudreveOptions } from './CloudreveOptions.ts'
import { type CloudreveErrorCode, cloudreveErrors } from './cloudreveErrors.ts'

/** Cloudreve's envelope: always HTTP 200, with the outcome in `code`. */
export function createCloudreveAnswers({
  secret,
  debug = false,
}: { secret: string } & CloudreveOptions) {
  let failures = 0

  function correlationId() {
    failures += 1
    const hex = createDigest(secret, 'correlation', failures).slice(2)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }

  function fail(
    code: number,
    msg: string = code in cloudreveErrors ? cloudreveErrors[code as CloudreveErrorCode] : 'Error',
  ) {
    return Response.json({
      code,
      msg,
      ...(debug && { error: `emulated: ${msg}` }),
      // A batch that failed in part reports it for each item.
      ...(code === 203 && {
        aggregated_error: { 'cloudreve://my/a.txt': { code: 40001, msg: cloudreveErrors[40001] } },
      }),
      correlation_id: correlationId(),
    })
  }

  return {
    fail,
    succeed: (data?: unknown) =>
      Response.json({ ...(data !== undefined && { data }), code: 0, msg: '' }),
    /** Fails, and records it for the log. */
    refuse(note: Note, code: CloudreveErrorCode) {
      note.outcome ??= String(code)
      return fail(code)
    },
  }
}
