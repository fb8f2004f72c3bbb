import { useEffect, useRef } from 'react'
import type { ModalProps } from './ModalFixture.ts'

/** A modal `<dialog>` that closes on a click on its backdrop. */
export function NativeModal({ isOpen, onClose, children }: ModalProps) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen) element.current?.showModal()
    else element.current?.close()
  }, [isOpen])
  return (
    <dialog ref={element} closedby="any" aria-label="Theirs" onClose={onClose}>
      {children}
    </dialog>
  )
}
