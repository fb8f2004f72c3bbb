import { isSeen } from './isSeen.ts'

/** Whether an element can be seen, pointed at and read out, whatever surrounds it. */
export function isReachable(element: HTMLElement): boolean {
  if (!isSeen(element) || element.closest('[aria-hidden="true"], [inert]')) return false
  return getComputedStyle(element).pointerEvents !== 'none'
}
