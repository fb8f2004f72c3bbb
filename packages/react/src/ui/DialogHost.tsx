'use client'

import type { ProviderName } from '@takokit/core'
import type { Flow } from '../flow/createFlow.ts'
import { SignInRoot } from '../signIn/SignInRoot.tsx'
import { useSignInContext } from '../signIn/useSignInContext.ts'
import { TakoDialog } from './TakoDialog.tsx'

export interface DialogHostProps {
  provider: string
  onMount: (flow: Flow) => void
}

/** A dialog without a button, for sign-ins that begin elsewhere. */
export function DialogHost({ provider, onMount }: DialogHostProps) {
  return (
    <SignInRoot provider={provider as ProviderName} onMount={onMount}>
      <HostedDialog />
    </SignInRoot>
  )
}

function HostedDialog() {
  const { isOpen } = useSignInContext()
  return <span className="takokit">{isOpen && <TakoDialog />}</span>
}
