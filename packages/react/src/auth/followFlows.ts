import { toSession } from '@takokit/core'
import type { Flow } from '../flow/createFlow.ts'
import { toSignInStatus } from '../flow/SignInStatus.ts'
import type { Strings } from '../strings/Strings.ts'
import type { AuthContextValue } from './AuthContext.ts'
import { controlsOf } from './controlsOf.ts'
import type { FlowMoment } from './FlowMoment.ts'
import { newsOf } from './newsOf.ts'

/** Tells each step of the attempts on the page, once, however many controls show it. Returns what stops it. */
export function followFlows(
  { client, wallet, dialog, headless, say }: AuthContextValue,
  getStrings: () => Strings,
): () => void {
  const moments = new Map<Flow, FlowMoment>()
  /** The providers that have a signature, checked. */
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

  /** Controls come and go: a flow that is new is followed from what it does first. */
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

/** A wallet has a window of its own: the control is the way to help, and back. */
const isAway = ({ state: { step, isOpen } }: FlowMoment) =>
  !isOpen && /^(connecting|signing)$/.test(step)

function describe(control: HTMLElement | null | undefined, text: string | undefined): void {
  if (text) control?.setAttribute('aria-description', text)
  else control?.removeAttribute('aria-description')
}
