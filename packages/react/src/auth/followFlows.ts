import type { SessionSnapshot } from '@takokit/core'
import { toSession } from '@takokit/core/internal/actions/toSession'
import type { SignInMode, Flow } from '../flow/Flow.ts'
import { isMissing, toSignInStatus } from '../flow/SignInStatus.ts'
import type { Strings } from '../strings/Strings.ts'
import type { AuthContextValue } from './AuthContext.ts'
import { controlsOf } from './controlsOf.ts'
import type { FlowMoment } from './FlowMoment.ts'
import { newsOf } from './newsOf.ts'

/** Announces each step of the page's attempts once, however many controls show it. Returns a function that stops it. */
export function followFlows(
  { client, wallet, dialog, headless, say }: AuthContextValue,
  getStrings: () => Strings,
): () => void {
  const moments = new Map<Flow, FlowMoment>()
  const sessions = new Map<string, FlowMoment>()
  /** Providers that have received a verified signature. */
  const sent = new Set<string>()
  const stops = [
    client.subscribe(check),
    wallet.subscribe(check),
    dialog.subscribe(check),
    client.onEvent(({ type, provider }) => {
      if (type === 'signInStarted') sent.delete(provider)
      if (type !== 'messageSigned') return
      sent.add(provider)
      check()
    }),
  ]

  function read(
    session: SessionSnapshot,
    mode: SignInMode,
    state: FlowMoment['state'],
  ): FlowMoment {
    const now = wallet.getSnapshot()
    const status = toSignInStatus(state, toSession(session), now, mode)
    const isSent = status === 'exchanging' && sent.has(session.provider)
    return { state, status, isSent, address: now.status === 'connected' ? now.address : undefined }
  }

  /** Controls mount and unmount: a new flow is followed from its first step. */
  function check(): void {
    const driven = new Set<string>()
    for (const flow of [...dialog.flows.values(), ...headless.keys()]) {
      const was = moments.get(flow)
      if (!was) stops.push(flow.subscribe(check))
      const { provider, mode } = flow.getOptions()
      const session = client.getSnapshot({ provider })
      const now = read(session, mode, flow.getSnapshot())
      moments.set(flow, now)
      const at = controlsOf(dialog, flow)[0]?.current.triggerRef ?? headless.get(flow)
      describe(at?.current, isAway(now) ? getStrings().helpOrCancel : undefined)
      const isBusy = isActive(now) || isActive(was)
      if (isBusy && mode !== 'connect') driven.add(session.provider)
      // A control that only shows the session does not speak for it.
      if (!isBusy && !isMissing(now.state) && mode !== 'connect') continue
      const news = newsOf(getStrings(), now, was)
      if (news) say({ ...news, at })
    }
    for (const { name } of client.providers) checkSession(name, driven.has(name))
  }

  /** An attempt that no control began, such as `useSignIn`'s: its error is the application's to show. */
  function checkSession(provider: string, isDriven: boolean): void {
    const session = client.getSnapshot({ provider })
    const was = sessions.get(provider)
    const now = read(session, 'connect-and-sign', unbegun)
    sessions.set(provider, now)
    const hasFailed = session.error && session.error.code !== 'sign-in/cancelled'
    const news =
      isDriven || (now.status === 'signedOut' && hasFailed)
        ? undefined
        : newsOf(getStrings(), now, was)
    if (news) say(news)
  }

  check()
  return () => {
    for (const stop of stops) stop()
  }
}

const unbegun: FlowMoment['state'] = { step: 'idle', isOpen: false, error: undefined }

const isActive = (moment: FlowMoment | undefined) =>
  moment !== undefined && moment.state.step !== 'idle'

/** The wallet shows its own window, so the control is where help and the way back are. */
const isAway = ({ state: { step, isOpen } }: FlowMoment) =>
  !isOpen && /^(connecting|signing)$/.test(step)

function describe(control: HTMLElement | null | undefined, text: string | undefined): void {
  if (text) control?.setAttribute('aria-description', text)
  else control?.removeAttribute('aria-description')
}
