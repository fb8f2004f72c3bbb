import { useState } from 'react'

const command = 'npm install @takokit/core @takokit/react'

/** The command, and a button that copies it. */
export function InstallLine() {
  const [isCopied, setCopied] = useState(false)
  return (
    <p className="install">
      <code>{command}</code>
      <button
        type="button"
        className="button small"
        onClick={() => void navigator.clipboard.writeText(command).then(() => setCopied(true))}
      >
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </p>
  )
}
