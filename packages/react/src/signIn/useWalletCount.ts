'use client'

import { useContext } from 'react'
import { formatString } from '../strings/formatString.ts'
import { StringsContext } from '../strings/StringsContext.ts'
import { useStrings } from '../strings/useStrings.ts'

/** `3 wallets`, in the language's plural form. */
export function useWalletCount(count: number): string {
  const { locale } = useContext(StringsContext)
  const { walletCount } = useStrings()
  const form = walletCount[new Intl.PluralRules(locale).select(count)] ?? walletCount.other
  return formatString(form, { count: new Intl.NumberFormat(locale).format(count) })
}
