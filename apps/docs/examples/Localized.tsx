import { TakoSignIn } from '@takokit/react'
import { useState } from 'react'

const locales = ['en', 'de', 'es', 'fr', 'ja', 'ar', 'zh-TW'] as const

export default function Localized() {
  const [locale, setLocale] = useState<(typeof locales)[number]>('de')
  return (
    <>
      <TakoSignIn locale={locale} />
      <select
        aria-label="Language"
        value={locale}
        onChange={({ target }) => setLocale(target.value as (typeof locales)[number])}
      >
        {locales.map((tag) => (
          <option key={tag}>{tag}</option>
        ))}
      </select>
    </>
  )
}
