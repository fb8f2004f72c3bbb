/**
 * Places a floating element under its trigger, aligned with the start of the text and inside the window; above if there is
 * room only there. Uses CSSOM, which every policy allows.
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
  const wanted = isRtl ? right - width : left
  const x = Math.max(8, Math.min(wanted, clientWidth - width - 8))
  const isAbove = bottom + 8 + height > clientHeight && top - 8 - height > 0
  floating.toggleAttribute('data-above', isAbove)
  floating.style.setProperty('left', `${x / zoom}px`)
  floating.style.setProperty('top', `${(isAbove ? top - 8 - height : bottom + 8) / zoom}px`)
}
