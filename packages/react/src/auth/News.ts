import type { RefObject } from 'react'

/** Something that happened, in words; none takes back what was told. */
export interface News {
  text: string
  /** For the eyes too: what ended a session, or did not work. */
  isShown?: boolean | undefined
  /** The control to show it at, where that can be seen. */
  at?: RefObject<HTMLElement | null> | undefined
}
