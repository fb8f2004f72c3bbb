import { type TakoErrorCode, takoErrors } from './takoErrors.ts'

/** A refusal with one of the Tako API's codes. */
export class TakoError extends Error {
  override name = 'TakoError'
  readonly code: TakoErrorCode

  constructor(code: TakoErrorCode, detail?: string) {
    super(detail ? `${takoErrors[code]}: ${detail}` : takoErrors[code])
    this.code = code
  }
}
