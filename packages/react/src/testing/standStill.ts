/** Finishes every transition and finite animation. Endless ones continue. */
export function standStill(): void {
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      animation.finish()
}
