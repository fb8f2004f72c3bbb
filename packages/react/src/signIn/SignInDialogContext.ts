'use client'

import { createContext } from 'react'

/** Connects the dialog with the title and the hint that name and describe it. */
export const SignInDialogContext = createContext<{
  titleId: string | undefined
  hintId: string | undefined
}>({ titleId: undefined, hintId: undefined })
