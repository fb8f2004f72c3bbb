import * as Ariakit from '@ariakit/react'
import type { ModalProps } from './ModalFixture.ts'

export function AriakitModal({ isOpen, onClose, children }: ModalProps) {
  return (
    <Ariakit.Dialog
      open={isOpen}
      onClose={onClose}
      aria-label="Theirs"
      style={{ position: 'fixed', inset: 8, zIndex: 50 }}
    >
      {children}
    </Ariakit.Dialog>
  )
}
