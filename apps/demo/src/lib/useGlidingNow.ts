import { useEffect, useState } from 'react'
import { useNow } from './useNow.ts'

/** The time of this frame, so that what it moves glides. Under reduced motion, updated once a second. */
export function useGlidingNow(): number {
  const [frameAt, setFrameAt] = useState(Date.now)
  const secondAt = useNow()
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  useEffect(() => {
    if (isStill) return undefined
    let frame = requestAnimationFrame(function draw() {
      setFrameAt(Date.now())
      frame = requestAnimationFrame(draw)
    })
    return () => cancelAnimationFrame(frame)
  }, [isStill])
  return isStill ? secondAt : frameAt
}
