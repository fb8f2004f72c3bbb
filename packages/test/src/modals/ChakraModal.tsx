import {
  ChakraProvider,
  Modal,
  ModalBody,
  ModalContent,
  ModalHeader,
  ModalOverlay,
} from '@chakra-ui/react'
import type { ModalProps } from './ModalFixture.ts'

/** Chakra 2: focus-lock, aria-hidden and react-remove-scroll. */
export function ChakraModal({ isOpen, onClose, children }: ModalProps) {
  return (
    <ChakraProvider>
      <Modal isOpen={isOpen} onClose={onClose}>
        <ModalOverlay />
        <ModalContent>
          <ModalHeader>Theirs</ModalHeader>
          <ModalBody>{children}</ModalBody>
        </ModalContent>
      </Modal>
    </ChakraProvider>
  )
}
