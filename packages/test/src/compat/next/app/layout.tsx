import '@takokit/react/styles.css'
import type { ReactNode } from 'react'

// Without it, the browser requests an icon that does not exist.
export const metadata = { icons: { icon: 'data:,' } }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
