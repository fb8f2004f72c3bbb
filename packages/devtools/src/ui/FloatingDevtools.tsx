'use client'

import { useAuthClient } from '@takokit/react'
import { useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { DevtoolsProps } from '../types/DevtoolsProps.ts'
import { Isolated } from './Isolated.tsx'
import { PanelView } from './PanelView.tsx'

export interface TakoDevtoolsProps extends DevtoolsProps {
  /** Default: only a button is shown. */
  initialIsOpen?: boolean | undefined
}

/** A button in the corner of the page, and the panel that it opens. */
export function FloatingDevtools({ initialIsOpen = false, ...props }: TakoDevtoolsProps) {
  const client = useAuthClient({ client: props.client })
  const [isOpen, setOpen] = useState(initialIsOpen)
  const openButton = useRef<HTMLButtonElement>(null)
  const closeButton = useRef<HTMLButtonElement>(null)
  const read = () => client.getSnapshot()
  const { status, refreshStatus } = useSyncExternalStore(client.subscribe, read, read)

  /** The button that was pressed is gone then: the focus goes on to the other one. */
  function show(isOpenNext: boolean) {
    flushSync(() => setOpen(isOpenNext))
    const button = isOpenNext ? closeButton : openButton
    button.current?.focus()
  }

  return (
    <Isolated>
      <div className="floating">
        {isOpen ? (
          // Escape is heard from wherever the focus is in it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <aside
            aria-label="takokit devtools"
            onKeyDown={(event) => event.key === 'Escape' && show(false)}
          >
            <PanelView {...props} client={client}>
              <button ref={closeButton} type="button" onClick={() => show(false)}>
                Close
              </button>
            </PanelView>
          </aside>
        ) : (
          <button
            ref={openButton}
            type="button"
            className="toggle"
            aria-label="Open the takokit devtools"
            data-status={status}
            data-refresh={refreshStatus}
            onClick={() => show(true)}
          >
            takokit
          </button>
        )}
      </div>
    </Isolated>
  )
}
