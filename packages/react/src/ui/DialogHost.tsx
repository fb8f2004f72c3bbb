'use client'

import { useContext, useLayoutEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { controlsOf } from '../auth/controlsOf.ts'
import type { DialogContainer } from '../auth/DialogContainer.ts'
import type { PageDialog } from '../auth/PageDialog.ts'
import { useAuthContext } from '../auth/useAuthContext.ts'
import type { Flow } from '../flow/Flow.ts'
import { SignInScope } from '../signIn/SignInScope.tsx'
import { StringsContext } from '../strings/StringsContext.ts'
import { activeElementOf } from '../utils/activeElementOf.ts'
import { isSeen } from '../utils/isSeen.ts'
import { copyLook } from '../auth/copyLook.ts'
import { useStrings } from '../strings/useStrings.ts'
import { adoptLateStyles } from '../styles/adoptLateStyles.ts'
import { lateText } from '../styles/lateRules.ts'
import { hasSucceeded } from './hasSucceeded.ts'
import { clearLeaving, leave } from './motion/leave.ts'
import { followPage } from './followPage.ts'
import { keepInside } from './keepInside.ts'
import { TakoDialog } from './TakoDialog.tsx'

export interface DialogHostProps {
  flow: Flow
  container: DialogContainer | undefined
}

/** The page's dialog: in `<body>`, whatever hides, moves or removes the control that opened it. */
export function DialogHost({ flow, container }: DialogHostProps) {
  const { dialog } = useAuthContext()
  const around = useContext(StringsContext)
  const { control, triggerRef, opener } = useMemo(() => borrow(dialog, flow), [dialog, flow])
  const [host] = useState(() => makeHost(container))
  const { provider, mode } = flow.getOptions()
  return (
    <StringsContext.Provider value={control?.words ?? around}>
      <Attach {...host} {...{ flow, opener }} />
      {createPortal(
        <SignInScope {...{ flow, provider, mode, triggerRef }} isHosted>
          <TakoDialog walletGuideUrl={control?.walletGuideUrl} />
        </SignInScope>,
        host.element,
      )}
    </StringsContext.Provider>
  )
}

interface Host {
  element: HTMLElement
  place: Element | ShadowRoot
}

interface AttachProps extends Host {
  flow: Flow
  opener: HTMLElement | undefined
}

/** Mounts the host. A component before the dialog, because effects run in that order, and a dialog opens only in a document. */
function Attach({ element, place, flow, opener }: AttachProps) {
  const { theme, client, wallet } = useAuthContext()
  const { signedIn, walletConnected } = useStrings()
  // Before the host is removed with what it shows.
  useLayoutEffect(
    () => () => {
      const title = flow.getOptions().mode === 'connect' ? walletConnected : signedIn
      const outcome = hasSucceeded(flow, client, wallet) ? { title } : undefined
      leave({ host: element, place, opener, outcome })
    },
    [element, place, opener, flow, client, wallet, signedIn, walletConnected],
  )
  useLayoutEffect(() => {
    place.append(element)
    adoptLateStyles(element, lateText)
    clearLeaving()
    const release = keepInside(element)
    // An application may remove what it did not add: the attempt then ends, instead of going on unseen.
    const removal = new MutationObserver(() => element.isConnected || flow.close('close'))
    removal.observe(place, { childList: true })
    return () => {
      removal.disconnect()
      release()
      element.remove()
    }
  }, [element, place, flow])
  useLayoutEffect(() => {
    const control = opener?.closest<HTMLElement>('.takokit')
    const stop = followPage(element, control ? 'system' : theme)
    const stopCopy = opener?.isConnected ? copyLook(opener, element) : undefined
    return () => {
      stop?.()
      stopCopy?.()
    }
  }, [element, opener, theme])
  return null
}

/**
 * At the same place whatever the body's layout, and never a stacking context: a dialog that moves aside is below a wallet's
 * window.
 */
const hostStyle = {
  position: 'absolute',
  inset: '0',
  width: '0',
  height: '0',
  'pointer-events': 'auto',
}

/** Takes no space in the page, and stays usable while the application's own modal makes the rest inert. */
function makeHost(container: DialogContainer | undefined): Host {
  const place = (typeof container === 'function' ? container() : container) ?? document.body
  // Created here, not rendered: its events reach React here, and need not reach the page.
  const element = place.ownerDocument.createElement('div')
  element.className = 'takokit'
  element.contentEditable = 'false'
  for (const [name, value] of Object.entries(hostStyle)) element.style.setProperty(name, value)
  // React Aria hides elements added to the page, and focus-lock takes the focus back. These attributes exempt the host.
  element.dataset.reactAriaTopLayer = 'true'
  element.dataset.noFocusLock = 'true'
  return { element, place }
}

/** What the dialog takes from the page's controls while it shows this attempt. */
function borrow(dialog: PageDialog, flow: Flow) {
  const find = () => {
    const controls = controlsOf(dialog, flow).map(({ current }) => current)
    return controls.find(({ triggerRef }) => isSeen(triggerRef.current)) ?? controls[0]
  }
  const control = find()
  const triggerRef = {
    // Read when the dialog closes: controls mount and unmount.
    get current() {
      return find()?.triggerRef.current ?? null
    },
  }
  return { control, triggerRef, opener: triggerRef.current ?? activeElementOf(document) }
}
