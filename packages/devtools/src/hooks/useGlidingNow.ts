import { useEffect, useState } from 'react'

/** The time of a clock at this frame, so that what it moves glides. Under reduced motion it is `secondAt`. */
export function useGlidingNow(now: () => number, secondAt: number): number {
  const [frameAt, setFrameAt] = useState(now)
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  useEffect(() => {
    if (isStill) return undefined
    let frame = requestAnimationFrame(function draw() {
      setFrameAt(now())
      frame = requestAnimationFrame(draw)
    })
    return () => cancelAnimationFrame(frame)
  }, [isStill, now])
  return isStill ? secondAt : frameAt
}
