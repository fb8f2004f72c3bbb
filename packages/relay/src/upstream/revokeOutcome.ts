import { type ProviderContext, TakoKitError, type TokenOutcome, type TokenSet } from '@takokit/core'
import { parseRetryAfter } from '@takokit/core/internal'

type Answer = Pick<TokenOutcome, 'type'>['type']

/**
 * Runs a provider's revocation, and says whether it was delivered: by the provider's own word, as in the page, or, where it has
 * none, by the answers that it got. `terminal` is what was refused, which asking again does not change.
 */
export async function revokeOutcome(
  context: ProviderContext,
  tokens: TokenSet,
  revoke: (context: ProviderContext) => Promise<unknown>,
): Promise<TokenOutcome> {
  let answer: Answer = 'ok'
  let retryAfterMs: number | undefined
  const word = await revoke({
    ...context,
    async fetch(input, init) {
      answer = 'ambiguous'
      const response = await context.fetch(input, init)
      answer = await sort(response.clone())
      retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), context.now())
      return response
    },
  })
  if (word ?? answer === 'ok') return { type: 'ok', tokens }
  const error = new TakoKitError(
    'provider/unavailable',
    'The provider did not confirm that the tokens were revoked.',
    { retryAfterMs },
  )
  return { type: answer === 'ok' ? 'terminal' : answer, error }
}

async function sort(response: Response): Promise<Answer> {
  const { status, ok } = response
  if (status === 429) return 'throttled'
  if (status >= 500) return 'ambiguous'
  if (!ok) return 'terminal'
  const text = await response.text()
  if (text === '') return 'ok'
  try {
    // Some APIs signal a failure at 200.
    const { code, success } = JSON.parse(text) as Record<string, unknown>
    return (typeof code === 'number' && code !== 0) || success === false ? 'terminal' : 'ok'
  } catch {
    return 'malformed'
  }
}
