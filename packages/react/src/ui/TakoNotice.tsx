'use client'

import { type RefObject, useLayoutEffect } from 'react'
import { useSignInContext } from '../signIn/useSignInContext.ts'
import { keepAt } from '../utils/keepAt.ts'
import { setPageTimer } from '../utils/setPageTimer.ts'

const shownMs = 8_000

export interface TakoNoticeProps {
  /** Around the status, which says it: below the button, where this did not load. */
  root: RefObject<HTMLElement | null>
}

/** Shows a quiet line at its button, until Escape, a tap or the focus elsewhere, or for a while. */
export function TakoNotice({ root }: TakoNoticeProps) {
  const { flow, state, triggerRef } = useSignInContext()
  useLayoutEffect(() => {
    const notice = root.current?.querySelector<HTMLElement>('[data-quiet]')
    const trigger = triggerRef.current
    if (state.step !== 'idle' || !notice || !trigger) return
    const { className } = notice
    notice.className = 'takokit-menu takokit-notice'
    notice.popover = 'manual'
    notice.showPopover?.()
    const end = () => flow.close('outside')
    const endElsewhere = ({ target }: Event) => {
      const at = target as Node
      if (!trigger.contains(at) && !notice.contains(at)) end()
    }
    const stops = [keepAt(notice, trigger), setPageTimer(end, shownMs)]
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal })
    document.addEventListener('pointerdown', endElsewhere, { signal })
    // Nothing covers what has the focus.
    document.addEventListener('focusin', endElsewhere, { signal })
    return () => {
      stop.abort()
      for (const undo of stops) undo()
      notice.removeAttribute('popover')
      notice.className = className
    }
  }, [root, flow, state, triggerRef])
  return null
}
