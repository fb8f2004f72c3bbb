import {
  getSession,
  type ProviderName,
  restoreSession,
  type Session,
  TakoKitError,
} from '@takokit/core'
import type { Flow } from '../flow/createFlow.ts'
import type { AuthContextValue } from './AuthContext.ts'

/** Resolves once somebody is signed in. From a click it asks a connected wallet in the same task. */
export async function requireAuth(
  { client, flows, mountDialog }: AuthContextValue,
  asked: ProviderName | undefined,
): Promise<Session> {
  const provider = asked ?? (client.providers[0]?.name as ProviderName)
  if (getSession(client, { provider }).status === 'restoring')
    await restoreSession(client, { provider })
  if (getSession(client, { provider }).status === 'signedIn')
    return getSession(client, { provider })
  const onPage = [...flows].find((flow) => signsInTo(flow, provider))
  const flow = onPage ?? (await mountDialog(provider))
  await flow.start()
  await whenOver(flow)
  const session = getSession(client, { provider })
  if (session.status === 'signedIn') return session
  throw (
    flow.getSnapshot().error ??
    new TakoKitError('sign-in/cancelled', 'Signing in was cancelled. Nothing was sent.')
  )
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
