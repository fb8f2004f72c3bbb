'use client'

import { useContext, useLayoutEffect, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { DialogContainer } from '../auth/DialogContainer.ts'
import type { PageDialog } from '../auth/PageDialog.ts'
import { useAuthContext } from '../auth/useAuthContext.ts'
import type { Flow } from '../flow/createFlow.ts'
import { SignInScope } from '../signIn/SignInScope.tsx'
import { StringsContext } from '../strings/StringsContext.ts'
import { activeElementOf } from '../utils/activeElementOf.ts'
import { isSeen } from '../utils/isSeen.ts'
import { copyLook } from './copyLook.ts'
import { followPage } from './followPage.ts'
import { TakoDialog } from './TakoDialog.tsx'

export interface DialogHostProps {
  flow: Flow
  container: DialogContainer | undefined
}

/** The dialog of the page: in `<body>`, whatever hides, moves or removes the control that opened it. */
export function DialogHost({ flow, container }: DialogHostProps) {
  const { dialog, theme } = useAuthContext()
  const around = useContext(StringsContext)
  const { control, triggerRef, opener } = useMemo(() => borrow(dialog, flow), [dialog, flow])
  const place = useMemo(() => placeOf(container), [container])
  const host = useRef<HTMLDivElement>(null)
  const { provider, mode } = flow.getOptions()
  useLayoutEffect(() => {
    const root = host.current
    if (!root) return
    const control = opener?.closest<HTMLElement>('.takokit')
    const stop = followPage(root, control ? 'system' : theme)
    if (opener?.isConnected) copyLook(opener, root)
    return stop
  }, [opener, theme])
  return createPortal(
    // Takes no place in the page, and can be used where the page beside an app's own modal cannot.
    <div ref={host} className="takokit" style={{ position: 'absolute', pointerEvents: 'auto' }}>
      <StringsContext.Provider value={control?.words ?? around}>
        <SignInScope {...{ flow, provider, mode, triggerRef }} isHosted>
          <TakoDialog walletGuideUrl={control?.walletGuideUrl} />
        </SignInScope>
      </StringsContext.Provider>
    </div>,
    place,
  )
}

/** What the dialog takes from the controls of the page, for as long as it shows this attempt. */
function borrow(dialog: PageDialog, flow: Flow) {
  const find = () => {
    const controls = dialog.controlsOf(flow)
    return controls.find(({ triggerRef }) => isSeen(triggerRef.current)) ?? controls[0]
  }
  const control = find()
  const triggerRef = {
    // Asked when the dialog closes: controls come and go.
    get current() {
      return find()?.triggerRef.current ?? null
    },
  }
  return { control, triggerRef, opener: triggerRef.current ?? activeElementOf(document) }
}

function placeOf(container: DialogContainer | undefined): Element | ShadowRoot {
  return (typeof container === 'function' ? container() : container) ?? document.body
}
