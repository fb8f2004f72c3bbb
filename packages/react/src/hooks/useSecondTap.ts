import type { ProviderName, Session } from '@takokit/core'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { WalletConnector } from '../wagmi/WalletOption.ts'

/** A sign-in whose challenge came too late for the tap that asked for it. */
interface WaitingSignIn {
  provider: ProviderName | undefined
  connector: WalletConnector | undefined
  /** Asks the wallet in this task. */
  goOn: () => void
  stop: () => void
  ended: Promise<Session>
}

export interface SecondTap {
  waiting: RefObject<WaitingSignIn | undefined>
  needsTap: boolean
  setWaiting: (next: WaitingSignIn | undefined) => void
}

/** The sign-in of a component that waits for another tap. It ends with the component. */
export function useSecondTap(): SecondTap {
  const waiting = useRef<WaitingSignIn | undefined>(undefined)
  const [needsTap, setNeedsTap] = useState(false)
  const setWaiting = useCallback((next: WaitingSignIn | undefined) => {
    waiting.current = next
    setNeedsTap(next !== undefined)
  }, [])
  useEffect(() => () => waiting.current?.stop(), [])
  return { waiting, needsTap, setWaiting }
}
