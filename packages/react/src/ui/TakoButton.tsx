'use client'

import { forwardRef, type MouseEvent, useContext, useRef } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { SessionTrigger } from '../session/SessionTrigger.tsx'
import { useSessionContext } from '../session/useSessionContext.ts'
import { SignInTrigger } from '../signIn/SignInTrigger.tsx'
import { useSignInContext } from '../signIn/useSignInContext.ts'
import { formatString } from '../strings/formatString.ts'
import { StringsContext } from '../strings/StringsContext.ts'
import { useStartStrings } from '../strings/useStartStrings.ts'
import { shortAddress } from '../utils/shortAddress.ts'
import { useLazy } from '../utils/useLazy.ts'
import { loadParts } from './loadParts.ts'
import { ButtonLabel } from './ButtonLabel.tsx'
import type { Theme } from '../auth/Theme.ts'
import { useEns } from './useEns.ts'
import { type PageControlParameters, usePageControl } from './usePageControl.ts'
import { usePage } from './usePage.ts'

export interface TakoButtonProps extends PageControlParameters {
  /** Default: `md`. `sm` fits a toolbar, `lg` a landing page, `icon` has no text. */
  size?: 'sm' | 'md' | 'lg' | 'icon' | undefined
  /**
   * Default: that of `AuthProvider`, which is `auto`: the page's theme around the button, or the system's if the page sets
   * none.
   */
  theme?: Theme | undefined
  /** Shows the account's ENS name, if the application's own transports resolve one. */
  ens?: boolean | undefined
  /** Shows its ENS avatar: a request to wherever its owner keeps the picture. */
  ensAvatar?: boolean | undefined
  /** A page for users without a wallet. */
  walletGuideUrl?: string | undefined
  /** For the box around the button: its margins, its place in a row, its visibility. */
  className?: string | undefined
}

/** Within a link or a `<summary>`, a press is the control's alone. */
const stay = (event: MouseEvent) => event.preventDefault()

// Without a render: what opens loads it again, from the browser's memory.
const come = () => void loadParts().catch(() => {})

/** The button, and the menu that opens from it. Its lazy parts load when a pointer or the focus comes near. */
export const TakoButton = forwardRef<HTMLButtonElement, TakoButtonProps>(
  function TakoButton(props, ref) {
    const { size = 'md', className } = props
    const around = useAuthContext().theme
    // The compiler skips a component whose default is read from an object.
    const { theme = around } = props
    const begin = usePageControl(props)
    const { flow } = useSignInContext()
    const { account, isOpen: isMenuOpen, setOpen: setMenuOpen } = useSessionContext()
    const parts = useLazy(loadParts, isMenuOpen, () => {
      setMenuOpen(false, 'failed')
      flow.reportMissing()
    })
    const ens = useEns(account, props)
    const strings = useStartStrings()
    const { locale, dir } = useContext(StringsContext)
    // Created here: the compiler takes a hook's result that holds a ref for a ref.
    const root = useRef<HTMLSpanElement>(null)
    const Avatar = usePage(root, theme, come)
    const control = (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- it only keeps presses of the controls within
      <span
        ref={root}
        className="takokit"
        // Where the page can be edited, a control is none of its text: presses and keys are the control's.
        contentEditable={false}
        lang={locale}
        dir={dir}
        data-size={size}
        data-labels={Object.values(strings).slice(0, 6).join('\n')}
        data-takokit-theme={theme}
        onClick={stay}
      >
        <SignInTrigger
          className="takokit-button"
          aria-label={
            account &&
            formatString(strings.accountMenu, { account: ens?.name || shortAddress(account) })
          }
          onPointerEnter={come}
          onFocus={come}
          onClick={begin}
          render={<SessionTrigger ref={ref} />}
        >
          <ButtonLabel ens={ens} Avatar={Avatar} />
        </SignInTrigger>
        {isMenuOpen && parts && <parts.TakoMenu ens={ens} />}
      </span>
    )
    return className ? <span className={className}>{control}</span> : control
  },
)
