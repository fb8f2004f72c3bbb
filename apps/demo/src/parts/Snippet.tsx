/** All that a dapp writes. */
const lines = `import { createAuthClient, tako } from '@takokit/core'
import { AuthProvider, TakoSignIn } from '@takokit/react'
import '@takokit/react/styles.css'

const auth = createAuthClient({ providers: [tako()] })
export const Login = () => (
  <AuthProvider client={auth}><TakoSignIn /></AuthProvider>
)`.split('\n')

const words = /('[^']*'|\b(?:import|from|const|export)\b|<\/?\w+|\/>)/

/** The code beside the button that it makes. */
export function Snippet() {
  return (
    <figure className="snippet">
      <figcaption>This is all of it</figcaption>
      {/* It scrolls sideways on a phone, so a keyboard must reach it. */}
      <pre className="sideways" tabIndex={0} role="region" aria-label="The code of this button">
        {lines.map((line) => (
          <code key={line}>
            {line.split(words).map((part, index) => (
              <span key={`${index}${part}`} className={kindOf(part)}>
                {part}
              </span>
            ))}
            {'\n'}
          </code>
        ))}
      </pre>
    </figure>
  )
}

function kindOf(part: string): string | undefined {
  if (part.startsWith("'")) return 'text'
  if (part.startsWith('<') || part === '/>') return 'tag'
  return words.test(part) ? 'word' : undefined
}
