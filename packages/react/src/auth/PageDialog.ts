import type { ProviderName } from '@takokit/core'
import type { RefObject } from 'react'
import type { SignInMode, Flow } from '../flow/Flow.ts'
import type { PageControl } from './PageControl.ts'

/** The one sign-in dialog of a page, whichever control or call began the attempt that it shows. */
export interface PageDialog {
  /** The attempts that it can show, by mode and provider. */
  flows: ReadonlyMap<string, Flow>
  /** The attempt that this provider's and mode's drop-in controls share with `requireAuth`. */
  flowOf: (provider: ProviderName | undefined, mode: SignInMode) => Flow
  /** The controls on the page. An attempt outlives the control that it began at. */
  controls: Map<RefObject<PageControl>, Flow>
  /** The control that an attempt began at. It may have left the page. */
  beganAt: WeakMap<Flow, RefObject<PageControl> | undefined>
  /** Records which control an attempt begins at, and the content of `<body>`: later additions may be a wallet's. */
  beginAt: (flow: Flow, control: RefObject<PageControl> | undefined) => void
  /** The content of `<body>` when the attempt began; `undefined` if no attempt is active. */
  getOrigin: () => readonly Element[] | undefined
  /** What had the focus when `requireAuth` was called last. */
  askedFrom?: Element | undefined
  /** Shows an attempt whose own dialog cannot be seen, until it closes. */
  adopt: (flow: Flow) => void
  /** The attempt to show: of several open ones, the last that opened. */
  getShown: () => Flow | undefined
  subscribe: (listener: () => void) => () => void
  /** Cancels every attempt. */
  close: () => void
}
