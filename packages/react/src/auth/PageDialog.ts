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
  /** The controls that are on the page. An attempt goes on without the one that it began at. */
  controls: Map<RefObject<PageControl>, Flow>
  /** The control that an attempt began at, though it may have left the page. */
  beganAt: WeakMap<Flow, RefObject<PageControl> | undefined>
  /** Says which control an attempt begins at, and notes what `<body>` holds: what comes later may be a wallet's. */
  beginAt: (flow: Flow, control: RefObject<PageControl> | undefined) => void
  /** What `<body>` held when the attempt began; `undefined` when none is under way. */
  getOrigin: () => readonly Element[] | undefined
  /** What had the focus when `requireAuth` was called last. */
  askedFrom?: Element | undefined
  /** Shows an attempt whose own dialog cannot be seen, until it closes. */
  adopt: (flow: Flow) => void
  /** The attempt to show: of several that are open, the one that opened last. */
  getShown: () => Flow | undefined
  subscribe: (listener: () => void) => () => void
  /** Gives up every attempt. */
  close: () => void
}
