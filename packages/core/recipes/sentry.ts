// Sentry over `onEvent`: a breadcrumb per event, and a message where signing in failed or a session was lost. Events hold no token,
// signature or secret. The account is left out, since it names a person.
import type { AuthClient, AuthEvent } from '@takokit/core'
import type * as Sentry from '@sentry/browser'

/** Returns a function that stops it. `sentry`: `import * as Sentry from '@sentry/browser'`, or another of its SDKs. */
export function reportToSentry(
  auth: AuthClient,
  sentry: Pick<typeof Sentry, 'addBreadcrumb' | 'captureMessage'>,
): () => void {
  return auth.onEvent((event) => {
    const { type, at, provider, gen } = event
    const trouble = troubleOf(event)
    sentry.addBreadcrumb({
      category: 'takokit',
      message: type,
      timestamp: at / 1_000,
      level: trouble ? 'warning' : 'info',
      data: { provider, gen, ...(trouble && { trouble }) },
    })
    if (trouble && type !== 'refreshDeferred' && !quiet.has(trouble))
      sentry.captureMessage(`takokit: ${trouble}`, {
        level: 'warning',
        tags: { 'takokit.provider': provider, 'takokit.trouble': trouble },
        fingerprint: ['takokit', type, trouble],
      })
  })
}

/** What people do is no fault, nor is what follows from it. */
const quiet = new Set<string>([
  'wallet/rejected',
  'sign-in/cancelled',
  'user',
  'wallet-disconnected',
  'account-changed',
  'signed-out-elsewhere',
])

function troubleOf(event: AuthEvent): string | undefined {
  if (event.type === 'signInFailed' || event.type === 'refreshDeferred') return event.code
  return event.type === 'sessionEnded' ? event.reason : undefined
}
