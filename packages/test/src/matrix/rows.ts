import { securityHeaders } from './securityHeaders.ts'

/** A dapp of the matrix: what it installs beside ours, how it is built and served, and who connects there. */
export interface Row {
  /** The folder in `apps`. */
  name: string
  dependencies: Record<string, string>
  /** The program of a package and its parameters. */
  build: readonly string[]
  /** Starts it for its author. Those that have it are the templates of `create-takokit`. */
  dev?: string
  /** What is built, as static files. Without it, `serve` runs a server. */
  output?: string
  serve?: readonly string[]
  /** Another kit's dialog connects: the name of its choice. */
  connect?: { open: RegExp }
  /** Sent with each file: a violation of the policy in them is a complaint. */
  headers?: Record<string, string>
}

const wagmi3 = { wagmi: '3.7.7', react: '19.3.1', 'react-dom': '19.3.1' }
const wagmi2 = { wagmi: '2.19.5', react: '18.3.1', 'react-dom': '18.3.1' }
const vite = { vite: '8.3.8', '@vitejs/plugin-react': '6.3.0' }

export const rows: readonly Row[] = [
  {
    name: 'vite',
    dependencies: { ...wagmi3, ...vite },
    dev: 'vite',
    build: ['vite', 'build'],
    output: 'dist',
    headers: securityHeaders(),
  },
  {
    name: 'webpack',
    dependencies: {
      ...wagmi3,
      webpack: '5.113.0',
      'webpack-cli': '^6.0.1',
      'esbuild-loader': '^4.3.0',
    },
    build: ['webpack'],
    output: 'dist',
    headers: securityHeaders({ trustedTypes: 'webpack' }),
  },
  {
    name: 'rspack',
    dependencies: { ...wagmi3, '@rspack/core': '2.3.3', '@rspack/cli': '2.2.8' },
    build: ['rspack', 'build'],
    output: 'dist',
    headers: securityHeaders({ trustedTypes: 'webpack rspack' }),
  },
  {
    name: 'parcel',
    dependencies: { ...wagmi3, parcel: '2.16.4' },
    dev: 'parcel index.html',
    build: ['parcel', 'build', 'index.html'],
    output: 'dist',
  },
  {
    name: 'bun',
    // Its program, as its own package installs it by a script.
    dependencies: { ...wagmi3, '@oven/bun-linux-x64-baseline': '1.4.5' },
    build: [
      './node_modules/@oven/bun-linux-x64-baseline/bin/bun',
      'build',
      './index.html',
      '--outdir',
      'dist',
      '--production',
    ],
    output: 'dist',
  },
  {
    name: 'astro',
    dependencies: { ...wagmi3, astro: '5.9.4', '@astrojs/react': '4.4.2' },
    dev: 'astro dev',
    build: ['astro', 'build'],
    output: 'dist',
  },
  {
    name: 'react-router',
    dependencies: {
      ...wagmi3,
      vite: '8.3.8',
      isbot: '5.2.3',
      'react-router': '8.4.0',
      '@react-router/dev': '8.4.0',
      '@react-router/node': '8.4.0',
      '@react-router/serve': '8.4.0',
    },
    dev: 'react-router dev',
    build: ['react-router', 'build'],
    serve: ['react-router-serve', 'build/server/index.js'],
  },
  {
    name: 'rainbowkit',
    dependencies: { ...wagmi2, ...vite, '@rainbow-me/rainbowkit': '2.2.11' },
    dev: 'vite',
    build: ['vite', 'build'],
    output: 'dist',
    connect: { open: /Matrix Wallet/ },
  },
  {
    name: 'connectkit',
    dependencies: { ...wagmi2, ...vite, connectkit: '1.9.2' },
    dev: 'vite',
    build: ['vite', 'build'],
    output: 'dist',
    connect: { open: /Matrix Wallet/ },
  },
  {
    name: 'appkit',
    dependencies: {
      ...wagmi3,
      ...vite,
      '@reown/appkit': '1.8.24',
      '@reown/appkit-adapter-wagmi': '1.8.24',
      // Its peer, in the version of wagmi: it takes any that is newer, whose config is another type.
      '@wagmi/core': '3.6.5',
    },
    dev: 'vite',
    build: ['vite', 'build'],
    output: 'dist',
    connect: { open: /Matrix Wallet/ },
  },
]
