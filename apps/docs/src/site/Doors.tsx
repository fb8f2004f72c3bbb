import { Link } from '@rspress/core/theme'

const doors = [
  ['/start/tako', 'Tako', 'Two packages and one component.'],
  [
    '/start/your-own-backend',
    'Your own backend',
    'EIP-4361, with better-auth, accounts, or the kit’s relay.',
  ],
  ['/start/relay', 'The relay', 'Secrets and refresh tokens stay on the server.'],
  ['/guides/into-an-existing-dapp', 'An existing dapp', 'Beside RainbowKit, ConnectKit or AppKit.'],
  ['/reference/react/TakoSignIn', 'Reference', 'Each component, hook, action and option.'],
  ['/errors/', 'Error codes', 'What happened, and what to do.'],
] as const

/** Where to go from the first page. */
export function Doors() {
  return (
    <nav className="doors" aria-label="Where to go">
      {doors.map(([href, title, text]) => (
        <Link key={href} href={href}>
          <strong>{title}</strong>
          <span>{text}</span>
        </Link>
      ))}
    </nav>
  )
}
