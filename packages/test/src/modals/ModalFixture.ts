import type { ReactElement, ReactNode } from 'react'

export interface ModalProps {
  isOpen: boolean
  /** Hears that something closed it. */
  onClose: () => void
  children: ReactNode
}

/** A modal of an app, as its library draws it. */
export type ModalFixture = (props: ModalProps) => ReactElement
