import { toSession } from '@takokit/core'
import type { Flow } from '../flow/createFlow.ts'
import { toSignInStatus } from '../flow/SignInStatus.ts'
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

  function read(flow: Flow): FlowMoment {
    const { provider, mode } = flow.getOptions()
    const state = flow.getSnapshot()
    const session = toSession(client.getSnapshot({ provider }))
    const now = wallet.getSnapshot()
    const status = toSignInStatus(state, session, now, mode)
    const isSent = status === 'exchanging' && sent.has(session.provider)
    return { state, status, isSent, address: now.status === 'connected' ? now.address : undefined }
  }

  /** Controls mount and unmount: a new flow is followed from its first step. */
  function check(): void {
    for (const flow of [...dialog.flows.values(), ...headless.keys()]) {
      const was = moments.get(flow)
      if (!was) stops.push(flow.subscribe(check))
      const now = read(flow)
      moments.set(flow, now)
      const news = newsOf(getStrings(), now, was)
      const at = controlsOf(dialog, flow)[0]?.current.triggerRef ?? headless.get(flow)
      describe(at?.current, isAway(now) ? getStrings().helpOrCancel : undefined)
      if (news) say({ ...news, at })
    }
  }

  check()
  return () => {
    for (const stop of stops) stop()
  }
}

/** The wallet shows its own window, so the control is where help and the way back are. */
const isAway = ({ state: { step, isOpen } }: FlowMoment) =>
  !isOpen && /^(connecting|signing)$/.test(step)

function describe(control: HTMLElement | null | undefined, text: string | undefined): void {
  if (text) control?.setAttribute('aria-description', text)
  else control?.removeAttribute('aria-description')
}
