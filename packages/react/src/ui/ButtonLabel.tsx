'use client'

import type { SessionAvatar } from '../session/SessionAvatar.tsx'
import { useSessionContext } from '../session/useSessionContext.ts'
import { useSignInContext } from '../signIn/useSignInContext.ts'
import { useTriggerLabel } from '../signIn/useTriggerLabel.ts'
import { Picture } from './Picture.tsx'
import type { EnsProfile } from './useEns.ts'

export interface ButtonLabelProps {
  ens: EnsProfile | undefined
  /** Draws the account; an empty box until it has loaded. */
  Avatar: typeof SessionAvatar | undefined
}

/** The content of the button: a step with a spinner, or the session's account. */
export function ButtonLabel({ ens, Avatar }: ButtonLabelProps) {
  const { status } = useSignInContext()
  const { account } = useSessionContext()
  const label = useTriggerLabel()
  const Drawn = Avatar ?? 'i'
  const isPending = /^(connecting|signing|exchanging)$/.test(status)
  return (
    <>
      {isPending && <Picture name="spinner" d="M10 3a7 7 0 0 1 7 7" />}
      {account &&
        (ens?.avatar ? (
          <img className="takokit-avatar" src={ens.avatar} alt="" referrerPolicy="no-referrer" />
        ) : (
          <Drawn className="takokit-avatar" />
        ))}
      <span className="takokit-label" dir={account && (ens?.name ? 'auto' : 'ltr')}>
        {ens?.name || label}
      </span>
      {!isPending && !account && <Picture name="icon" d="M14 4H3v12h14V8H3" />}
    </>
  )
}
