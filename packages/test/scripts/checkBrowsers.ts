import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import { parse } from 'acorn'
import postcss from 'postcss'
import ts from 'typescript'
import { oldestBrowsers } from '../src/browser/oldestBrowsers.ts'

/**
 * Finds what the oldest supported browsers lack, by MDN's data: in the built stylesheets, in the syntax of the built
 * JavaScript, and in the browser APIs that the sources of core and react name, by their type. `pnpm check browsers`.
 */
const root = resolve(import.meta.dirname, '../../..')
const packages = ['core', 'react'] as const

/** What is newer and is only missed where it is unknown, with what the browser does instead. Covers what is below it too. */
const tolerated: Record<string, string> = {
  'css.selectors.details-content': 'the rule has no other selector, and is dropped alone',
  'css.properties.-webkit-tap-highlight-color': 'a tap is marked as the browser does',
  'css.properties.cursor': 'iOS has no pointer',
  'css.properties.forced-color-adjust': 'Safari has no forced colours',
  'css.properties.scrollbar-width': 'a scrollbar has its usual width',
  'css.properties.overscroll-behavior': 'the page scrolls on behind a dialog that does not scroll',
}
const isTolerated = (key: string) =>
  Object.keys(tolerated).some((one) => key === one || key.startsWith(`${one}.`))

interface Support {
  version_added: string | false | null | 'preview'
  flags?: unknown[]
  prefix?: string
  partial_implementation?: boolean
}
interface Entry {
  __compat?: { support: Record<string, Support | Support[] | undefined> }
}

const found = new Map<string, string>()

/** The data at a path; `undefined` where MDN lists none. */
function entryAt(path: readonly string[]): Entry | undefined {
  let at: unknown = bcd
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
    at = (at as Record<string, unknown>)[name]
  }
  return at as Entry
}

/** The browsers that lack a feature, with the version that has it. */
function lacking({ __compat }: Entry): string[] {
  if (!__compat) return []
  return Object.entries(oldestBrowsers).flatMap(([browser, oldest]) => {
    const [support] = [__compat.support[browser] ?? []].flat()
    if (!support || support.flags) return [`${browser} never`]
    const since = support.version_added
    if (since === null || since === 'preview') return [`${browser} ${since}`]
    if (since === false) return [`${browser} never`]
    return Number.parseFloat(since.replace('≤', '')) > oldest ? [`${browser} ${since}`] : []
  })
}

function check(path: readonly string[], place: string): void {
  const key = path.join('.')
  const entry = entryAt(path)
  if (!entry || isTolerated(key) || found.has(key)) return
  const without = lacking(entry)
  if (without.length > 0) found.set(key, `${place}: ${key}: ${without.join(', ')}`)
}

function filesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name))
}

const types = Object.keys(bcd.css.types ?? {})
/** `light-dark` and the like are kept below the type that they belong to. */
function checkFunction(name: string, place: string): void {
  check(['css', 'types', name], place)
  for (const type of types) check(['css', 'types', type, name], place)
}

/** Properties, their values, functions, selectors and at-rules; not what `@supports` asks for first. */
function checkStyles(file: string): void {
  const place = relative(root, file)
  const sheet = postcss.parse(readFileSync(file, 'utf8'), { from: file })
  const isAsked = (node: postcss.Node | undefined): boolean =>
    node !== undefined &&
    ((node.type === 'atrule' && (node as postcss.AtRule).name === 'supports') ||
      isAsked(node.parent))
  sheet.walk((node) => {
    if (isAsked(node)) return
    const at = `${place}:${node.source?.start?.line}`
    if (node.type === 'atrule') {
      check(['css', 'at-rules', node.name], at)
      for (const [name] of node.params.matchAll(/[a-z-]{3,}/g))
        check(['css', 'at-rules', node.name, name], at)
    }
    if (node.type === 'rule') {
      for (const [, name = ''] of node.selector.matchAll(/::?([a-z-]+)/g))
        check(['css', 'selectors', name], at)
      if (node.selector.includes('&')) check(['css', 'selectors', 'nesting'], at)
    }
    if (node.type !== 'decl') return
    check(['css', 'properties', node.prop], at)
    for (const [, name = ''] of node.value.matchAll(/([a-z-]+)\(/g)) checkFunction(name, at)
    for (const [name] of node.value.matchAll(/[a-z-]{2,}/g))
      check(['css', 'properties', node.prop, name], at)
    if (/\bfrom\b/.test(node.value))
      check(['css', 'types', 'color', 'color', 'relative_syntax'], at)
    for (const [, unit = ''] of node.value.matchAll(/\d([a-z]+)\b/g))
      check(['css', 'types', 'length', unit], at)
  })
}

/** Syntax of ES2022, which these browsers have. */
function checkSyntax(file: string): void {
  try {
    parse(readFileSync(file, 'utf8'), { ecmaVersion: 2022, sourceType: 'module' })
  } catch (error) {
    found.set(file, `${relative(root, file)}: ${String(error)}`)
  }
}

/** What runs only where the browser has it: in a `try`, or after `?.`. */
function isGuarded(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (ts.isTryStatement(at.parent) && at.parent.tryBlock === at) return true
    if (ts.isPropertyAccessExpression(at) && at.questionDotToken) return true
    if (ts.isCallExpression(at.parent) && at.parent.expression === at && at.parent.questionDotToken)
      return true
    if (ts.isFunctionLike(at)) return false
  }
  return false
}

/** Members and globals that TypeScript declares in its libraries, by the interface that declares them. */
function checkApis(name: string): number {
  const config = resolve(root, 'packages', name, 'tsconfig.json')
  const read = ts.readConfigFile(config, (path) => readFileSync(path, 'utf8'))
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    read.config,
    ts.sys,
    resolve(config, '..'),
  )
  const sources = fileNames.filter((file) => !/\.(test|stories|test-d)\.|\/testing\//.test(file))
  const program = ts.createProgram(sources, { ...options, noEmit: true })
  const checker = program.getTypeChecker()
  let seen = 0
  for (const path of sources) {
    const file = program.getSourceFile(path)
    if (!file) continue
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit)
      if (!ts.isIdentifier(node) || ts.isPartOfTypeNode(node) || isGuarded(node)) return
      const declaration = checker.getSymbolAtLocation(node)?.declarations?.[0]
      if (!declaration || !/\/lib\.[\w.]+\.d\.ts$/.test(declaration.getSourceFile().fileName))
        return
      seen++
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
      const place = `${relative(root, path)}:${line + 1}`
      const owner = declaration.parent
      const holder = ts.isInterfaceDeclaration(owner) ? owner.name.text : undefined
      const names = holder ? [holder.replace(/Constructor$/, ''), node.text] : [node.text]
      check(['api', ...names], place)
      check(['javascript', 'builtins', ...names], place)
      if (names[0] === 'GlobalEventHandlers') check(['api', 'Element', node.text], place)
    }
    visit(file)
  }
  return seen
}

const built = packages.map((name) => resolve(root, 'packages', name, 'dist'))
const styles = built.flatMap((folder) => filesIn(folder, /\.css$/))
const scripts = built.flatMap((folder) => filesIn(folder, /\.js$/))
for (const file of styles) checkStyles(file)
for (const file of scripts) checkSyntax(file)
const apis = packages.map(checkApis).reduce((sum, seen) => sum + seen, 0)
for (const line of found.values()) console.log(line)
console.log(
  `${styles.length} stylesheets, ${scripts.length} scripts, ${apis} uses of browser APIs: ${found.size} too new`,
)
// Without a build, or without the data, it would find nothing.
process.exitCode =
  found.size > 0 || styles.length === 0 || scripts.length === 0 || apis === 0 ? 1 : 0
