'use client'

import type { Session } from '@takokit/core'
import { createContext, type RefObject } from 'react'
import type { SignInMode, Flow } from '../flow/Flow.ts'
import type { FlowState } from '../flow/FlowState.ts'
import type { SignInStatus } from '../flow/SignInStatus.ts'
import type { WalletSnapshot } from '../wagmi/WalletSnapshot.ts'

/** What {@link SignInRoot} provides to its parts. */
export interface SignInContextValue {
  flow: Flow
  state: FlowState
  status: SignInStatus
  session: Session
  wallet: WalletSnapshot
  mode: SignInMode
  isOpen: boolean
  /** Receives the focus when the dialog closes. */
  triggerRef: RefObject<HTMLElement | null>
  /** Whether the page's dialog shows it, rather than one among these parts. */
  isHosted: boolean
}

export const SignInContext = createContext<SignInContextValue | undefined>(undefined)
