import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

/** Rooms of each package, from its exports inwards. Imports go down this list only. */
const rooms: Record<string, string[][]> = {
  core: [
    ['exports'],
    ['queries'],
    ['actions'],
    ['createAuthClient.ts'],
    ['session'],
    ['refresh'],
    ['providers'],
    ['storage', 'tabs', 'platform', 'signer'],
    ['message', 'tokens'],
    ['errors', 'types', 'utils'],
  ],
  react: [
    ['exports'],
    ['ui'],
    ['signIn'],
    ['session'],
    ['hooks'],
    ['auth'],
    ['flow', 'strings'],
    ['wagmi'],
    ['utils', 'styles'],
  ],
  relay: [
    ['exports'],
    ['createRelay.ts', 'createTokenVerifier.ts', 'node'],
    ['routes'],
    ['signIn'],
    ['http'],
    ['session'],
    ['upstream'],
    ['cookies'],
    ['createLogger.ts', 'config'],
    ['stores', 'log', 'providers'],
    ['types'],
    ['redact', 'utils'],
  ],
  emulator: [
    ['exports'],
    ['vite'],
    ['node'],
    ['control', 'createEmulator.ts'],
    ['providers'],
    ['createProviderRuntime.ts'],
    ['pipeline'],
    ['faults', 'log', 'clock'],
    ['tokens'],
    ['tokenStore'],
    ['types'],
  ],
  'test-wallet': [
    ['exports'],
    ['createTestWallet.ts'],
    ['controls', 'announce', 'approval', 'provider'],
    ['methods'],
    ['signing', 'requests'],
    ['state'],
    ['errors', 'types'],
    ['keys'],
  ],
  testing: [
    ['exports'],
    ['matchers', 'msw', 'playwright', 'testingLibrary'],
    ['react'],
    ['world'],
    ['urls'],
  ],
  devtools: [['exports'], ['ui'], ['hooks', 'styles', 'network'], ['log'], ['words'], ['types']],
}

/** Types that name what several rooms create. Each of those rooms may receive the whole type. */
const contexts: Record<string, string[]> = {
  relay: ['RelayEngine.ts'],
  emulator: ['Emulator.ts', 'EmulatorOptions.ts'],
  'test-wallet': ['WalletContext.ts', 'TestWalletControls.ts'],
}

const isTest = /\.(test|dom\.test|browser\.test|test-d|stories)\.tsx?$/

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !isTest.test(file) && !/(^|\/)testing\//.test(file))
    .map((file) => join(folder, file))
    .sort()
}

/** The imports of a file; `types` includes those that are erased when compiled. */
function imports(file: string, { types }: { types: boolean }): string[] {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|(?<!typeof )\bimport\('([^']+)'\)/gm,
  )
  return [...found].flatMap(([, type, from, lazy]) => (type && !types ? [] : [from ?? lazy ?? '']))
}

test('ARCHITECTURE.md lists the same rooms in the same order', () => {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const listed = [...text.matchAll(/^\| ([\w-]+) \| (`.+` ← .+) \|$/gm)].map(
    ([, name = '', list = '']) => [
      name,
      list.split(' ← ').map((some) => some.replaceAll(/`|\/(?=[ `])/g, '').split(' ')),
    ],
  )
  expect(Object.fromEntries(listed)).toEqual(rooms)
})

describe.each(Object.entries(rooms))('rooms of %s', (name, order) => {
  const folder = `packages/${name}/src`
  const roomOf = (file: string) => {
    const first = relative(folder, file).split('/')[0] ?? ''
    return order.findIndex((names) => names.includes(first))
  }
  const isContext = (file: string) => contexts[name]?.includes(relative(folder, file))
  const files = sources(folder).filter((file) => !isContext(file))

  test('every file has a room', () => {
    expect(files.length).toBeGreaterThan(10)
    expect(files.filter((file) => roomOf(file) < 0)).toEqual([])
  })

  test('imports go down only', () => {
    const upwards = files.flatMap((file) =>
      imports(file, { types: true })
        .filter((from) => from.startsWith('.'))
        .map((from) => join(dirname(file), from))
        .filter((target) => !isContext(target) && /\.tsx?$/.test(target))
        .filter((target) => roomOf(target) < roomOf(file))
        .map((target) => `${file} → ${target}`),
    )
    expect(upwards).toEqual([])
  })

  test('what several rooms share is types', () => {
    const values = (contexts[name] ?? []).flatMap((file) =>
      imports(join(folder, file), { types: false }),
    )
    expect(values).toEqual([])
  })
})

describe('core', () => {
  const folder = 'packages/core/src'
  const files = sources(folder)
  const isDoor = (file: string) => file.startsWith(`${folder}/exports/`)

  test('only `exports` re-exports', () => {
    const doors = ['packages/core/src/session/parts.ts']
    const others = files.filter(
      (file) =>
        !isDoor(file) &&
        !doors.includes(file) &&
        /^export\s+(type\s+)?(\*|\{[^}]*\})\s+from/m.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(others).toEqual([])
  })

  test('only the edge rooms touch the world', () => {
    const world =
      /(?<![\w.'"`/])(window|navigator|document|localStorage|sessionStorage|indexedDB|BroadcastChannel|setTimeout|setInterval|performance|Date\.now|Math\.random|crypto|fetch)(?=[.(])/
    const edges = ['storage', 'tabs', 'platform']
    const trespassers = files
      .filter((file) => !edges.includes(relative(folder, file).split('/')[0] ?? ''))
      .flatMap((file) => {
        const code = readFileSync(join(root, file), 'utf8')
          .replaceAll(/\/\*[\s\S]*?\*\//g, '')
          .replaceAll(/\/\/.*$/gm, '')
          .replaceAll(/'[^'\n]*'/g, '')
        const touched = world.exec(code)
        return touched ? [`${file}: ${touched[1]}`] : []
      })
    expect(trespassers).toEqual([])
  })
})

describe('packages', () => {
  /** The packages of ours that each may import at run time, and as types only. */
  const allowed: Record<string, { all: string[]; types?: string[] }> = {
    core: { all: [] },
    react: { all: ['@takokit/core', '@takokit/core/internal/*'] },
    relay: { all: ['@takokit/core', '@takokit/core/internal', '@takokit/core/siwe'] },
    emulator: { all: [], types: ['@takokit/core'] },
    'test-wallet': { all: [] },
    testing: {
      all: ['@takokit/core', '@takokit/react', '@takokit/emulator', '@takokit/test-wallet'],
    },
    devtools: { all: ['@takokit/core', '@takokit/react'] },
  }

  test.each(Object.entries(allowed))(
    '%s imports no more of ours than it may',
    (name, { all, types = [] }) => {
      const files = sources(`packages/${name}/src`)
      const ours = (list: string[]) =>
        list
          .filter((from) => from.startsWith('@takokit/'))
          .map((from) => from.replace(/^@takokit\/core\/internal\/.*/, '@takokit/core/internal/*'))
      const wrong = files.flatMap((file) => [
        ...ours(imports(file, { types: false })).filter((from) => !all.includes(from)),
        ...ours(imports(file, { types: true })).filter(
          (from) => !all.includes(from) && !types.includes(from),
        ),
      ])
      expect(wrong).toEqual([])
    },
  )

  test("react takes core's functions from their own files", () => {
    const wrong = sources('packages/react/src').flatMap((file) => {
      const code = readFileSync(join(root, file), 'utf8')
      const named = /^import \{([^}]*)\} from '@takokit\/core'$/m.exec(code)?.[1] ?? ''
      const names = named.split(',').map((name) => name.trim())
      return names
        .filter((name) => name && !name.startsWith('type ') && name !== 'TakoKitError')
        .map((name) => `${file}: ${name}`)
    })
    expect(wrong).toEqual([])
  })

  test('core knows neither React nor wagmi', () => {
    const found = sources('packages/core/src').flatMap((file) =>
      imports(file, { types: true }).filter((from) => /^(react|wagmi|@wagmi|@tanstack)/.test(from)),
    )
    expect(found).toEqual([])
  })

  test('wagmi is known in one room of react', () => {
    const found = sources('packages/react/src')
      .filter((file) => !file.startsWith('packages/react/src/wagmi/'))
      .filter((file) => imports(file, { types: true }).some((from) => /^(wagmi|@wagmi)/.test(from)))
    expect(found).toEqual([])
  })
})
