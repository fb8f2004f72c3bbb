import { useState } from 'react'
import { Segments } from './Segments.tsx'

const looks = [
  { value: 'takokit', label: 'Default' },
  { value: 'harbour', label: 'Your brand' },
  { value: 'contrast', label: 'High contrast' },
] as const
type Look = (typeof looks)[number]['value']

/** The same button in three looks, each a few CSS variables of the page. */
export function LookChoice() {
  const [look, setLook] = useState<Look>('takokit')
  return (
    <Segments
      label="Look"
      name="look"
      choices={looks}
      value={look}
      onChange={(next) => {
        document.documentElement.dataset.look = next
        setLook(next)
      }}
    />
  )
}
