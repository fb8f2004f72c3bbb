import type { RefObject } from 'react'
import type { OpenChangeReason } from '../flow/FlowState.ts'
import type { StringsContextValue } from '../strings/StringsContext.ts'

/** What a drop-in control provides to the page's dialog. */
export interface PageControl {
  helpAfterMs?: number | undefined
  onOpenChange?: ((isOpen: boolean, reason: OpenChangeReason) => void) | undefined
  words: StringsContextValue
  walletGuideUrl?: string | undefined
  triggerRef: RefObject<HTMLElement | null>
}
