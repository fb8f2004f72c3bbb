import { type ProviderName, type Session, TakoKitError } from '@takokit/core'
import { getSession } from '@takokit/core/internal/actions/getSession'
import { restoreSession } from '@takokit/core/internal/actions/restoreSession'
import type { Flow } from '../flow/Flow.ts'
import type { AuthContextValue } from './AuthContext.ts'
import { activeElementOf } from '../utils/activeElementOf.ts'
import { controlsOf } from './controlsOf.ts'

/**
 * Resolves once a session is signed in. From a click, it asks a connected wallet in the same task. Concurrent calls share
 * one attempt.
 */
export async function requireAuth(
  context: AuthContextValue,
  asked: ProviderName | undefined,
): Promise<Session> {
  const { client } = context
  const provider = asked ?? (client.providers[0]?.name as ProviderName)
  if (getSession(client, { provider }).status === 'restoring')
    await restoreSession(client, { provider })
  if (getSession(client, { provider }).status === 'signedIn')
    return getSession(client, { provider })
  const flow = flowFor(context, provider)
  context.dialog.askedFrom = activeElementOf(document)
  if (!flow.isActive()) context.dialog.beginAt(flow, controlsOf(context.dialog, flow)[0])
  await flow.start()
  await whenOver(flow)
  const session = getSession(client, { provider })
  if (session.status === 'signedIn') return session
  throw (
    flow.getSnapshot().error ??
    new TakoKitError('sign-in/cancelled', 'Signing in was cancelled. Nothing was sent.')
  )
}

/** The dialog of a visible headless control, if the page has no drop-in control; else the page's dialog. */
function flowFor({ dialog, headless }: AuthContextValue, provider: ProviderName): Flow {
  const flow = dialog.flowOf(provider, 'connect-and-sign')
  if (controlsOf(dialog, flow).length > 0) return flow
  for (const [own, { current }] of headless)
    if (signsInTo(own, provider) && current?.checkVisibility?.() !== false) return own
  return flow
}

function signsInTo(flow: Flow, name: string): boolean {
  const { client, provider = client.providers[0]?.name, mode } = flow.getOptions()
  return mode === 'connect-and-sign' && provider === name
}

function whenOver(flow: Flow): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (flow.isActive()) return
      stop()
      resolve()
    }
    const stop = flow.subscribe(check)
    check()
  })
}
