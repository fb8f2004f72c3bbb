import { even, faintest, glideMs, soft } from './curve.ts'
import { isStill } from './isStill.ts'
import { withdraw } from './withdraw.ts'

/**
 * Follows what the dialog contains: its height glides to that of the content, and a step that ended fades over the next one.
 * Web Animations, which every policy allows. Returns a function that stops it.
 */
export function glide(dialog: HTMLElement): () => void {
  const card = dialog.firstElementChild
  if (!card) return () => {}
  let running: Animation | undefined
  let shown = dialog.offsetHeight
  let sizes: ResizeObserver
  try {
    sizes = new ResizeObserver(follow)
  } catch {
    // Old browsers have none, and some refuse it.
    return () => {}
  }
  function follow(): void {
    const isOnItsWay = running && dialog.getAnimations().includes(running)
    const from = isOnItsWay ? dialog.offsetHeight : shown
    running?.cancel()
    running = undefined
    shown = dialog.offsetHeight
    if (!shown || !from || from === shown || isStill(dialog)) return
    const height = [`${from}px`, `${shown}px`]
    const overflow = ['hidden', 'hidden']
    running = dialog.animate(
      { height, overflow },
      { duration: glideMs(shown - from), easing: even },
    )
  }
  const steps = new MutationObserver((changes) => {
    for (const { removedNodes } of changes)
      for (const node of removedNodes)
        if (node instanceof HTMLElement && !node.inert) crossFade(card, node)
  })
  sizes.observe(card)
  steps.observe(card, { childList: true })
  return () => {
    sizes.disconnect()
    steps.disconnect()
  }
}

/** The step that ended is the element itself, which React no longer uses. */
function crossFade(card: Element, past: HTMLElement): void {
  const next = card.lastElementChild
  if (!next || isStill(card)) return
  withdraw(past)
  card.append(past)
  const end = () => past.remove()
  // Most of it goes in the first two frames: text is hard to read through other text.
  const fade = { duration: 120, easing: soft, fill: 'forwards' } as const
  past.animate({ opacity: [1, 0] }, fade).finished.then(end, end)
  next.animate(
    { opacity: [faintest, 1], translate: ['0 4px', '0 0'] },
    { duration: 200, easing: soft },
  )
}
