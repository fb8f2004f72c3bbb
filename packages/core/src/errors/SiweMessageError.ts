import { TakoKitError } from './TakoKitError.ts'

/**
 * A text that does not match the grammar of EIP-4361: which line, and which rule of it.
 *
 * @example
 * ```ts
 * import { parseSiweMessage, SiweMessageError } from '@takokit/core/siwe'
 *
 * function problemOf(text: string) {
 *   try {
 *     parseSiweMessage(text)
 *     return undefined
 *   } catch (error) {
 *     if (error instanceof SiweMessageError) return `${error.line}: ${error.rule}`
 *     throw error
 *   }
 * }
 * ```
 */
export class SiweMessageError extends TakoKitError {
  /** Counted from 1; 0 if the text as a whole is meant. */
  readonly line: number
  /** The rule of the grammar, such as `nonce` or `statement`. */
  readonly rule: string

  constructor(line: number, rule: string, problem: string) {
    const place = line ? `Line ${line} of the message` : 'The message'
    super('message/invalid', `${place} (${rule}): ${problem}`)
    this.line = line
    this.rule = rule
  }
}
