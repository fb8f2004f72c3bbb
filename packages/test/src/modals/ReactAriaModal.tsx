import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { ModalProps } from './ModalFixture.ts'

export function ReactAriaModal({ isOpen, onClose, children }: ModalProps) {
  return (
    <ModalOverlay isOpen={isOpen} isDismissable onOpenChange={(next) => next || onClose()}>
      <Modal>
        <Dialog aria-label="Theirs">{children}</Dialog>
      </Modal>
    </ModalOverlay>
  )
}
