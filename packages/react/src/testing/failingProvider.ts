import { type ErrorCode, failed, tako, type TokenProvider } from '@takokit/core'

/** Tako, but it refuses every signature with this code. */
export function failingProvider(code: ErrorCode): TokenProvider {
  const options = {
    details: 'signature verification failed',
    providerCode: 3001,
    correlationId: '9f2c-41d7',
  }
  return {
    ...tako(),
    exchange: async () => failed('terminal', code, 'The provider’s message.', options),
  }
}
