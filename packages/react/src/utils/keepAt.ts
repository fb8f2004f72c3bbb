import { followWindow } from './followWindow.ts'
import { placeAt } from './placeAt.ts'

/** Places what floats at its trigger, and keeps it there. Returns what stops that. */
export function keepAt(floating: HTMLElement, trigger: HTMLElement): () => void {
  return followWindow(() => placeAt(floating, trigger))
}
