/** Begins fast and ends softly: for what appears and leaves. */
export const soft = 'cubic-bezier(0.2, 0.8, 0.2, 1)'

/** At most 1.63 times its average speed: for heights. */
export const even = 'cubic-bezier(0.25, 0.3, 0.5, 1)'

/** The opacity from which text appears: quiet text keeps 3 : 1 with what is behind it. */
export const faintest = 0.85

/** At 60 frames a second, no frame moves an edge further than this. */
const maxPxPerFrame = 22

/** How long a height glides, in milliseconds: longer where it changes by much. */
export const glideMs = (px: number): number =>
  Math.max(200, Math.ceil((Math.abs(px) * 1.63 * 1000) / 60 / maxPxPerFrame))
