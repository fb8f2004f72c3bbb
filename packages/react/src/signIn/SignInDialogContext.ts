'use client'

import { createContext } from 'react'

/** Ties the title and the hint to the dialog that they name and describe. */
export const SignInDialogContext = createContext<{
  titleId: string | undefined
  hintId: string | undefined
}>({ titleId: undefined, hintId: undefined })
