import type { ReactNode } from 'react'

// 20 px, 1.5 px lines, in the text's colour.
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="takokit-icon" viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  )
}

export const CloseIcon = () => (
  <Icon>
    <path d="m5.5 5.5 9 9m0-9-9 9" />
  </Icon>
)

export const BackIcon = () => (
  <Icon>
    <path d="M12 4.5 6.5 10l5.5 5.5" />
  </Icon>
)

export const CopyIcon = () => (
  <Icon>
    <rect x="7.25" y="7.25" width="9" height="9" rx="2" />
    <path d="M4.75 12.5a1.5 1.5 0 0 1-1-1.4V5.75a2 2 0 0 1 2-2h5.35a1.5 1.5 0 0 1 1.4 1" />
  </Icon>
)

export const LeaveIcon = () => (
  <Icon>
    <path d="M8 3.75H5.75a2 2 0 0 0-2 2v8.5a2 2 0 0 0 2 2H8M8.5 10h7.75m0 0L13 6.75M16.25 10 13 13.25" />
  </Icon>
)

export const WalletIcon = () => (
  <Icon>
    <rect x="2.75" y="5.25" width="14.5" height="11" rx="2.5" />
    <path d="M17 9h-2.75a1.9 1.9 0 1 0 0 3.8H17M4 5.5l8.2-2.6a1.5 1.5 0 0 1 2 1.4v1" />
  </Icon>
)
