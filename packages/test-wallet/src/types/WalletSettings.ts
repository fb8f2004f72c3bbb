import type { Approval } from './Approval.ts'
import type { CloseBehavior } from './CloseBehavior.ts'
import type { RevokeBehavior } from './RevokeBehavior.ts'
import type { SignatureKind } from './SignatureKind.ts'

/** Settings that may be changed while the wallet runs (`controls.configure`). */
export type WalletSettings = {
  /** @default 'auto' */
  readonly approval: Approval
  /** @default 'reject' */
  readonly closeBehavior: CloseBehavior
  /** @default 'emit' */
  readonly revokeBehavior: RevokeBehavior
  /** @default 'eoa' */
  readonly signature: SignatureKind
}
