/** Brings everything that moves to where it was going. What goes round for ever is left alone. */
export function standStill(): void {
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      animation.finish()
}
