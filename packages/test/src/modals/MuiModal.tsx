import MuiDialog from '@mui/material/Dialog'
import type { ModalProps } from './ModalFixture.ts'

export function MuiModal({ isOpen, onClose, children }: ModalProps) {
  return (
    <MuiDialog open={isOpen} onClose={onClose} aria-label="Theirs">
      {children}
    </MuiDialog>
  )
}
