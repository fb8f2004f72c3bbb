'use client'

import { SessionAvatar } from '../session/SessionAvatar.tsx'
import { useSessionContext } from '../session/useSessionContext.ts'
import { useSignInContext } from '../signIn/useSignInContext.ts'
import { useTriggerLabel } from '../signIn/useTriggerLabel.ts'
import { Spinner } from './Spinner.tsx'
import type { EnsProfile } from './useEns.ts'

/** What the button shows: a step with a spinner, or whose account it is. */
export function Face({ ens }: { ens: EnsProfile | undefined }) {
  const { status } = useSignInContext()
  const { account } = useSessionContext()
  const label = useTriggerLabel()
  const isPending = /^(connecting|signing|exchanging)$/.test(status)
  return (
    <>
      {isPending && <Spinner />}
      {account &&
        (ens?.avatar ? (
          <img className="takokit-avatar" src={ens.avatar} alt="" referrerPolicy="no-referrer" />
        ) : (
          <SessionAvatar className="takokit-avatar" />
        ))}
      <span className="takokit-label" dir={account && (ens?.name ? 'auto' : 'ltr')}>
        {(account && ens?.name) || label || '…'}
      </span>
    </>
  )
}
