import { referencePages } from '../reference/pages.ts'
import { readErrorCodes } from '../reference/errorCodes.ts'

interface Item {
  text: string
  link: string
}
interface Group {
  text: string
  items: (Item | Group)[]
  collapsible?: boolean
  collapsed?: boolean
}

const page = (text: string, link: string): Item => ({ text, link })

const guides: Group[] = [
  {
    text: 'Get started',
    items: [
      page('Tako', '/start/tako'),
      page('Your own backend', '/start/your-own-backend'),
      page('The relay', '/start/relay'),
    ],
  },
  {
    text: 'Concepts',
    items: [
      page('How a token stays fresh', '/concepts/how-a-token-stays-fresh'),
      page('What ends a session', '/concepts/what-ends-a-session'),
      page('Where tokens rest', '/concepts/where-tokens-rest'),
      page('What it promises', '/concepts/promises'),
      page('Measured', '/concepts/measured'),
    ],
  },
  {
    text: 'Guides',
    items: [
      page('All guides', '/guides/'),
      page('Into an existing dapp', '/guides/into-an-existing-dapp'),
      page('Hooks', '/guides/hooks'),
      page('Other providers', '/guides/other-providers'),
      page('Headless', '/guides/headless'),
      page('Who is signed in', '/guides/who-is-signed-in'),
      page('Theming', '/guides/theming'),
      page('Tailwind and resets', '/guides/tailwind'),
      page('Localization', '/guides/localization'),
      page('Errors', '/guides/errors'),
      page('Testing', '/guides/testing'),
      page('Security headers', '/guides/security-headers'),
      page('CORS of token APIs', '/guides/cors'),
      page('A provider of your own', '/guides/a-provider-of-your-own'),
      page('Recipes', '/guides/recipes'),
      page('Relay recipes', '/packages/relay-recipes'),
      page('The relay, measured', '/packages/relay-measured'),
      page('Sentry and OpenTelemetry', '/guides/observability'),
    ],
  },
  {
    text: 'Whole dapps',
    items: [
      page('Vite', '/guides/vite'),
      page('webpack', '/guides/webpack'),
      page('Rspack', '/guides/rspack'),
      page('Parcel', '/guides/parcel'),
      page('Bun', '/guides/bun'),
      page('Next.js', '/guides/next'),
      page('React Router', '/guides/react-router'),
      page('Astro', '/guides/astro'),
    ],
  },
  {
    text: 'Beside another kit',
    items: [
      page('RainbowKit', '/guides/rainbowkit'),
      page('ConnectKit', '/guides/connectkit'),
      page('AppKit', '/guides/appkit'),
      page('WalletConnect and Safe', '/guides/connectors'),
      page('From tako-js', '/guides/tako-js'),
    ],
  },
  {
    text: 'Packages',
    items: [
      page('@takokit/core', '/packages/core'),
      page('@takokit/react', '/packages/react'),
      page('@takokit/relay', '/packages/relay'),
      page('@takokit/devtools', '/packages/devtools'),
      page('@takokit/emulator', '/packages/emulator'),
      page('@takokit/test-wallet', '/packages/test-wallet'),
      page('@takokit/testing', '/packages/testing'),
      page('create-takokit', '/packages/create-takokit'),
    ],
  },
]

/** The headings of a package, in this order; types are last, and folded. */
const order = [
  'Components',
  'Hooks',
  'SignIn, headless',
  'Session, headless',
  'Functions',
  'Actions',
  'Queries',
  'Providers',
]

function reference(): Group[] {
  const pages = referencePages()
  const folders = [...new Set(pages.map(({ main }) => main.entry.folder))]
  return folders.map((folder, index) => {
    const own = pages.filter(({ main }) => main.entry.folder === folder)
    const rank = (group: string) =>
      group === 'Types' ? 100 : order.includes(group) ? order.indexOf(group) : 50
    const groups = [...new Set(own.map(({ group }) => group))].sort((a, b) => rank(a) - rank(b))
    return {
      text: folder === 'create-takokit' ? folder : `@takokit/${folder}`,
      collapsible: true,
      collapsed: index > 1,
      items: groups.map((text) => ({
        text,
        collapsible: true,
        collapsed: text === 'Types' || text.endsWith('headless'),
        items: own
          .filter(({ group }) => group === text)
          .filter(({ path }) => !path.includes('#'))
          .map(({ main, path }) => page(main.title, path))
          .concat(text === 'Types' ? [page('Other types', `/reference/${folder}/types`)] : []),
      })),
    }
  })
}

function errors(): Group[] {
  const codes = readErrorCodes().map(({ code }) => code)
  const categories = [...new Set(codes.map((code) => code.split('/')[0] ?? ''))]
  return [
    { text: 'Error codes', items: [page('All of them', '/errors/')] },
    ...categories.map((category) => ({
      text: category,
      items: codes
        .filter((code) => code.startsWith(`${category}/`))
        .map((code) => page(code, `/errors/${code}`)),
    })),
  ]
}

/** What stands beside the pages, by the first part of their path. */
export function sidebar(): Record<string, Group[]> {
  return {
    '/start/': guides,
    '/concepts/': guides,
    '/guides/': guides,
    '/packages/': guides,
    '/reference/': [
      { text: 'Index', items: [page('All options', '/reference/options')] },
      ...reference(),
    ],
    '/errors/': errors(),
  }
}
