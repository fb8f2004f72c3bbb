'use client'

import { createContext } from 'react'

/** Ties the title to the dialog that it names. */
export const SignInDialogContext = createContext<{ titleId: string | undefined }>({
  titleId: undefined,
})
