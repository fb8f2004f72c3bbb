import { useState } from 'react'

const command = 'npm i @takokit/core @takokit/react'

/** Two sheets, and the tick that takes their place. */
const paths = {
  copy: 'M7.5 7.5V5A1.5 1.5 0 0 1 9 3.5h6A1.5 1.5 0 0 1 16.5 5v6a1.5 1.5 0 0 1-1.5 1.5h-2.5M5 7.5h6A1.5 1.5 0 0 1 12.5 9v6a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15V9A1.5 1.5 0 0 1 5 7.5Z',
  copied: 'm4.5 10.5 3.5 3.5 7.5-8',
}

/** The command, and a button that copies it. */
export function InstallLine() {
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="install">
      {/* It scrolls sideways on a small phone, so a keyboard must reach it. */}
      <code
        className="sideways"
        tabIndex={0}
        role="region"
        aria-label="The command that installs it"
      >
        {command}
      </code>
      <button
        type="button"
        className="button"
        aria-label={isCopied ? 'Copied' : 'Copy the command'}
        onClick={() => void navigator.clipboard.writeText(command).then(() => setCopied(true))}
        onBlur={() => setCopied(false)}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d={isCopied ? paths.copied : paths.copy} />
        </svg>
      </button>
    </div>
  )
}
