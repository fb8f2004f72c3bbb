import { type Documented, readEverything } from './entries.ts'

/** A page of the reference: an export, and the types that only it uses. */
export interface ReferencePage {
  path: string
  group: string
  main: Documented
  types: readonly Documented[]
}

const suffix = /(Parameters|ReturnType|ErrorType|Props|Options|Data|Variables)$/

/** Types with a page of their own: their members are what people configure, or read of. */
const hasPage =
  /(Options|Rules|Limits|Timing|Parameters|Snapshot|Client|Controls|Event|Metric|ErrorCode)$|^(Relay|TokenProvider|Strings|World)$/

/** The value that a type belongs to: `SignInParameters` to `signIn`, `AuthProviderProps` to `AuthProvider`. */
function ownerOf(type: Documented, values: readonly Documented[]): Documented | undefined {
  if (type.kind !== 'type') return undefined
  // A type that differs from a value by its capital would be the same file on some disks.
  const names = [type.name, type.name.replace(suffix, '')].map((name) => name.toLowerCase())
  return values.find(
    (value) =>
      (names.includes(value.name.toLowerCase()) ||
        names.some((name) => value.name.toLowerCase() === `use${name}`)) &&
      value.entry.folder === type.entry.folder &&
      value.entry.namespace === type.entry.namespace,
  )
}

/** Every page, in the order of the sidebar. */
export function referencePages(): readonly ReferencePage[] {
  const everything = readEverything()
  const values = everything.filter(({ kind }) => kind !== 'type')
  const owners = new Map(everything.map((each) => [each, ownerOf(each, values)]))
  return everything
    .filter((each) => !owners.get(each))
    .map((main) => ({
      path: pathOf(main),
      group: groupOf(main),
      main,
      types: everything.filter((each) => owners.get(each) === main),
    }))
}

/** Small types share a page per package. */
function pathOf({ kind, entry, name, title }: Documented): string {
  return kind === 'type' && !hasPage.test(name)
    ? `/reference/${entry.folder}/types#${name.toLowerCase()}`
    : `/reference/${entry.folder}/${title.replace('.', '/')}`
}

const groups: readonly [RegExp, string][] = [
  [/^packages\/core\/src\/actions\//, 'Actions'],
  [/^packages\/core\/src\/queries\//, 'Queries'],
  [
    /\/providers\/(\w+\/(tako|talkstack|cloudreve|relayed|siwe|privateCloud|siweIssuer)|defineProvider)\.ts$/,
    'Providers',
  ],
  [/^packages\/core\/src\/(providers|signer|tokens|utils|platform)\//, 'For providers of your own'],
  [/\/(message)\//, 'Messages'],
  [/\/(storage|stores)\//, 'Storage'],
  [/^packages\/react\/src\/hooks\//, 'Hooks'],
]

/** The heading of the sidebar that a page is below. */
export function groupOf({ kind, file, entry, title }: Documented): string {
  if (kind === 'type') return 'Types'
  if (entry.namespace) return `${entry.namespace}, headless`
  if (kind === 'component') return 'Components'
  if (title.includes('Error') || title.includes('Refusal')) return 'Errors'
  return groups.find(([pattern]) => pattern.test(file))?.[1] ?? 'Functions'
}
