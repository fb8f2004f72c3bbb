'use client'

import { useContext } from 'react'
import { formatString } from '../strings/formatString.ts'
import { StringsContext } from '../strings/StringsContext.ts'
import { useStrings } from '../strings/useStrings.ts'
import { tryIntl } from '../utils/tryIntl.ts'

/** `3 wallets`, in the language's plural form. */
export function useWalletCount(count: number): string {
  const { locale } = useContext(StringsContext)
  const { walletCount } = useStrings()
  const form = tryIntl(
    () => walletCount[new Intl.PluralRules(locale).select(count)],
    () => undefined,
  )
  const figure = tryIntl(
    () => new Intl.NumberFormat(locale).format(count),
    () => `${count}`,
  )
  return formatString(form ?? walletCount.other, { count: figure })
}
