import * as Dialog from '@radix-ui/react-dialog'
import type { ModalProps } from './ModalFixture.ts'

export function RadixModal({ isOpen, onClose, children }: ModalProps) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(next) => next || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay />
        <Dialog.Content
          aria-describedby={undefined}
          style={{ position: 'fixed', inset: 8, zIndex: 50 }}
        >
          <Dialog.Title>Theirs</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
