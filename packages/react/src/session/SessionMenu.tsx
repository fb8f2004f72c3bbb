'use client'

import { forwardRef, useContext, useRef } from 'react'
import { formatString } from '../strings/formatString.ts'
import { StringsContext } from '../strings/StringsContext.ts'
import { useStartStrings } from '../strings/useStartStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { shortAddress } from '../utils/shortAddress.ts'
import { useMenu } from './useMenu.ts'
import { useSessionContext } from './useSessionContext.ts'

export type SessionMenuProps = PartProps<'div'>

/** The account menu: a native popover under its trigger, which closes by Escape or a tap elsewhere. */
export const SessionMenu = forwardRef<HTMLDivElement, SessionMenuProps>(
  function SessionMenu(props, ref) {
    const { account, isOpen, menuId } = useSessionContext()
    const strings = useStartStrings()
    const { locale, dir } = useContext(StringsContext)
    const element = useRef<HTMLDivElement>(null)
    useMenu(element)
    if (!isOpen || !account) return null
    const own = {
      id: menuId,
      role: 'dialog',
      lang: locale,
      dir,
      popover: 'auto',
      tabIndex: -1,
      'aria-label': formatString(strings.accountMenu, { account: shortAddress(account) }),
    }
    return renderPart('div', own, props, {}, ref, element)
  },
)
