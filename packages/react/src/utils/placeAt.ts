/**
 * Places a floating element under its trigger, from the trigger's start on, or up to its end if there is room only there, and
 * inside the window; above if there is room only there. `--tk-at` is where the middle of the trigger is. Uses CSSOM, which every
 * policy allows.
 */
export function placeAt(floating: HTMLElement, trigger: HTMLElement): void {
  const { bottom, left, right, top } = trigger.getBoundingClientRect()
  // Its lengths are scaled by the `zoom` of its ancestors, and these are those of the window.
  const { currentCSSZoom: zoom = 1 } = floating as { currentCSSZoom?: number }
  const { offsetWidth, offsetHeight } = floating
  const { clientWidth, clientHeight } = document.documentElement
  const width = offsetWidth * zoom
  const height = offsetHeight * zoom
  const isRtl = getComputedStyle(trigger).direction === 'rtl'
  const farthest = clientWidth - width - 8
  const [start, end] = isRtl ? [right - width, left] : [left, right - width]
  const fits = (at: number) => at >= 8 && at <= farthest
  const wanted = !fits(start) && fits(end) ? end : start
  const x = Math.max(8, Math.min(wanted, farthest))
  const isAbove = bottom + 8 + height > clientHeight && top - 8 - height > 0
  floating.toggleAttribute('data-above', isAbove)
  floating.style.setProperty('--tk-at', `${((left + right) / 2 - x) / zoom}px`)
  floating.style.setProperty('left', `${x / zoom}px`)
  floating.style.setProperty('top', `${(isAbove ? top - 8 - height : bottom + 8) / zoom}px`)
}
