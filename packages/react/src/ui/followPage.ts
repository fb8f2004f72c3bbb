import { adoptLateStyles } from '../styles/adoptLateStyles.ts'
import { buttonText } from '../styles/buttonRules.ts'
import { followPageTheme } from './followPageTheme.ts'
import { hidePseudoElements } from './hidePseudoElements.ts'
import { keepShapes } from './keepShapes.ts'
import type { Theme } from '../auth/Theme.ts'
import { warnWithoutStyles } from './warnWithoutStyles.ts'
import { whenPageIsIdle } from './whenPageIsIdle.ts'

/** The scripted part of a root's style on any page. Returns a function that stops it. */
export function followPage(
  root: HTMLElement | null,
  theme: Theme,
  onIdle?: () => void,
): (() => void) | undefined {
  if (!root) return undefined
  hidePseudoElements(root)
  adoptLateStyles(root, buttonText)
  const stops = [keepShapes(root)]
  if (theme === 'auto') stops.push(followPageTheme(root))
  if (onIdle) stops.push(whenPageIsIdle(onIdle))
  if (process.env.NODE_ENV !== 'production') stops.push(warnWithoutStyles(root))
  return () => {
    for (const stop of stops) stop()
  }
}
