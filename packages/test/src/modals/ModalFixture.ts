import type { ReactElement, ReactNode } from 'react'

export interface ModalProps {
  isOpen: boolean
  /** Called when the modal was closed. */
  onClose: () => void
  children: ReactNode
}

/** An app's modal, rendered by its library. */
export type ModalFixture = (props: ModalProps) => ReactElement
