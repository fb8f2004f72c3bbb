import { TakoSignIn } from '@takokit/react'
import { useState } from 'react'

const looks = ['violet', 'teal', 'ink'] as const

export default function Themed() {
  const [look, setLook] = useState<string>('teal')
  return (
    <>
      {/* `.look-teal { --takokit-accent: oklch(0.46 0.1 190); --takokit-radius: 26px }` */}
      <div className={`look-${look}`}>
        <TakoSignIn size="lg" />
      </div>
      <select aria-label="Look" value={look} onChange={({ target }) => setLook(target.value)}>
        {looks.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </>
  )
}
