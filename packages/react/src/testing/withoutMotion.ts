import { afterEach, beforeEach } from 'vitest'
import { prefer } from './prefer.ts'

/** Runs the tests of a file with reduced motion, in half of the time. What moves is the subject of `frames.browser.test.tsx`. */
export function withoutMotion(): void {
  beforeEach(() => prefer({ 'prefers-reduced-motion': 'reduce' }))
  afterEach(() => prefer({}))
}
