import type { ProviderName } from '@takokit/core'
import type { RefObject } from 'react'
import type { Flow, SignInMode } from '../flow/createFlow.ts'
import type { PageControl } from './PageControl.ts'

/** The one sign-in dialog of a page, whichever control or call began the attempt that it shows. */
export interface PageDialog {
  /** The attempts that it can show, by mode and provider. */
  flows: ReadonlyMap<string, Flow>
  /** The attempt that the drop-in controls for this provider and mode share with `requireAuth`. */
  flowOf: (provider: ProviderName | undefined, mode: SignInMode) => Flow
  /** Adds a control of the page. Returns what removes it; an attempt goes on without it. */
  add: (flow: Flow, control: RefObject<PageControl>) => () => void
  /** Says which control an attempt begins at. */
  beginAt: (flow: Flow, control: RefObject<PageControl> | undefined) => void
  /** First the control that the attempt began at, though it may have left the page; then those that are there. */
  controlsOf: (flow: Flow) => PageControl[]
  /** Shows an attempt whose own dialog cannot be seen, until it closes. */
  adopt: (flow: Flow) => void
  /** The attempt to show: of several that are open, the one that opened last. */
  getShown: () => Flow | undefined
  subscribe: (listener: () => void) => () => void
  /** Gives up every attempt. */
  close: () => void
}
