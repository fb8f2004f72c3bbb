import { Dialog, DialogPanel, DialogTitle } from '@headlessui/react'
import type { ModalProps } from './ModalFixture.ts'

export function HeadlessModal({ isOpen, onClose, children }: ModalProps) {
  return (
    <Dialog open={isOpen} onClose={onClose}>
      <DialogPanel style={{ position: 'fixed', inset: 8 }}>
        <DialogTitle>Theirs</DialogTitle>
        {children}
      </DialogPanel>
    </Dialog>
  )
}
