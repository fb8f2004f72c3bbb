import type { Member } from './Doc.ts'
import { type ReferencePage, referencePages } from './pages.ts'

/** Something that a user sets: a parameter, a prop, or a member of a type that is given to a function. */
export interface Option {
  member: Member
  /** What it is given to: `createRelay`, `TakoSignIn`. */
  of: string
  /** Its heading: `/reference/relay/createRelay#store`. */
  link: string
}

/** Types that are given, and not only read. */
const isGiven = /(Options|Rules|Limits|Timing|Parameters|Props)$/

/** Headings of a page that are no option: their anchors are taken. */
const taken = new Set([
  'signature',
  'element',
  'parameters',
  'props',
  'members',
  'returns',
  'errors',
])

/** The anchor of an option's heading: its name, in small letters. */
export function anchorOf(name: string): string {
  const slug = name.toLowerCase().replaceAll(/[^\w-]+/g, '')
  return taken.has(slug) ? `option-${slug}` : slug
}

/** What a page has a heading of, in its order. The client is the first parameter of every action. */
export function listedMembers({ main }: Pick<ReferencePage, 'main'>): readonly Member[] {
  if (main.kind === 'type') return main.members
  const given = main.parameters.flatMap(({ name, members }) =>
    name === 'client' ? [] : (members ?? []),
  )
  // Two parameters of one type have the same members.
  return given.filter(({ name }, at) => given.findIndex((other) => other.name === name) === at)
}

/** Every option of every page, once: an entry may export what another one does. */
export function readOptions(): readonly Option[] {
  const all = referencePages()
    .filter(
      ({ main, path }) => !path.includes('#') && (main.kind !== 'type' || isGiven.test(main.name)),
    )
    .flatMap((page) =>
      listedMembers(page).map((member) => ({
        member,
        of: page.main.title,
        link: `${page.path}#${anchorOf(member.name)}`,
      })),
    )
  return [...new Map(all.map((option) => [option.link, option])).values()]
}
