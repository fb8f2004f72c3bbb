import type { RefObject } from 'react'

/** A message about an event. No message retracts an earlier one. */
export interface News {
  text: string
  /** Also visible: what ended a session, or failed. */
  isShown?: boolean | undefined
  /** The control to show it at, if that is visible. */
  at?: RefObject<HTMLElement | null> | undefined
}
