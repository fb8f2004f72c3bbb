/**
 * Places a floating element under its trigger, aligned with the start of the text and inside the window; above if there is
 * room only there. Uses CSSOM, which every policy allows.
 */
export function placeAt(floating: HTMLElement, trigger: HTMLElement): void {
  const { bottom, left, right, top } = trigger.getBoundingClientRect()
  const { offsetWidth, offsetHeight } = floating
  const { clientWidth, clientHeight } = document.documentElement
  const isRtl = getComputedStyle(trigger).direction === 'rtl'
  const wanted = isRtl ? right - offsetWidth : left
  const x = Math.max(8, Math.min(wanted, clientWidth - offsetWidth - 8))
  const isAbove = bottom + 8 + offsetHeight > clientHeight && top - 8 - offsetHeight > 0
  floating.toggleAttribute('data-above', isAbove)
  floating.style.setProperty('left', `${x}px`)
  floating.style.setProperty('top', `${isAbove ? top - 8 - offsetHeight : bottom + 8}px`)
}
