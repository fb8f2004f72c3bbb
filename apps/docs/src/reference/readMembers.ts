import ts from 'typescript'
import type { Member } from './Doc.ts'
import { readDoc } from './readDoc.ts'
import { findDeclaration } from './sources.ts'

/** A node's text on one line. */
export const textOf = (node: ts.Node) => node.getText().replaceAll(/\s+/g, ' ')

/** The members of an object type, its bases included; `undefined` for what is no object type of this repository. */
export function readMembers(node: ts.TypeNode, file: string): Member[] | undefined {
  if (ts.isParenthesizedTypeNode(node)) return readMembers(node.type, file)
  if (ts.isTypeLiteralNode(node)) return node.members.flatMap(toMember)
  if (ts.isIntersectionTypeNode(node))
    return joined(node.types.map((type) => readMembers(type, file)))
  if (ts.isUnionTypeNode(node)) return readUnion(node, file)
  if (ts.isTypeReferenceNode(node))
    return readReference(node.typeName.getText(), node.typeArguments, file)
  return undefined
}

/** A type, or nothing, or another spelling of it such as a bare name. */
function readUnion(node: ts.UnionTypeNode, file: string): Member[] | undefined {
  const known = node.types.flatMap((type) => {
    const members = readMembers(type, file)
    return members ? [members] : []
  })
  return known.length === 1 ? known[0] : undefined
}

function readReference(
  name: string,
  given: readonly ts.TypeNode[] | undefined,
  file: string,
): Member[] | undefined {
  const [first, second] = given ?? []
  if (first && (name === 'Readonly' || name === 'Promise')) return readMembers(first, file)
  if (first && name === 'Partial')
    return readMembers(first, file)?.map((member) => ({ ...member, isOptional: true }))
  if (first && second && (name === 'Pick' || name === 'Omit')) {
    const names = new Set([...second.getText().matchAll(/'([^']+)'/g)].map(([, text]) => text))
    return readMembers(first, file)?.filter(
      (member) => names.has(member.name) === (name === 'Pick'),
    )
  }
  const found = findDeclaration(name, file)
  if (!found) return undefined
  if (ts.isTypeAliasDeclaration(found.node)) return readMembers(found.node.type, found.file)
  if (ts.isInterfaceDeclaration(found.node)) return readInterface(found.node, found.file)
  return undefined
}

/** The members of an interface, those of its bases last. */
export function readInterface(node: ts.InterfaceDeclaration, file: string): Member[] {
  const own = node.members.flatMap(toMember)
  const bases = (node.heritageClauses ?? []).flatMap(({ types }) =>
    types.map((base) => readReference(base.expression.getText(), base.typeArguments, file)),
  )
  return joined([own, ...bases]) ?? own
}

/** Each name once: the first declaration counts. */
function joined(lists: readonly (Member[] | undefined)[]): Member[] | undefined {
  const known = lists.filter((list) => list !== undefined)
  if (known.length === 0) return undefined
  const members = new Map<string, Member>()
  for (const member of known.flat()) if (!members.has(member.name)) members.set(member.name, member)
  return [...members.values()]
}

function toMember(node: ts.TypeElement | ts.ClassElement): Member[] {
  const name = node.name?.getText() ?? ''
  // `'~engine'` and its kind are for the kit's own packages.
  if (!name || name.startsWith("'~")) return []
  const isOptional = 'questionToken' in node && node.questionToken !== undefined
  const own = readDoc(node)
  if (ts.isMethodSignature(node)) {
    const parameters = node.parameters.map(textOf).join(', ')
    const type = `(${parameters}) => ${node.type ? textOf(node.type) : 'void'}`
    return [{ name, type, isOptional, doc: own }]
  }
  if (!ts.isPropertySignature(node) && !ts.isPropertyDeclaration(node)) return []
  const doc = own.summary || !node.type ? own : { ...own, summary: summaryOfType(node.type) }
  const type = node.type
    ? textOf(node.type)
    : (ts.isPropertyDeclaration(node) && node.initializer?.getText()) || 'unknown'
  return [{ name, type: isOptional ? type.replace(/ \| undefined$/, '') : type, isOptional, doc }]
}

/** What a type of this repository is, for a member that says nothing else of itself. */
function summaryOfType(node: ts.TypeNode): string {
  if (ts.isUnionTypeNode(node)) return node.types.map(summaryOfType).find(Boolean) ?? ''
  if (!ts.isTypeReferenceNode(node)) return ''
  const [given] = node.typeArguments ?? []
  const name = node.typeName.getText()
  if (given && (name === 'Partial' || name === 'Readonly')) return summaryOfType(given)
  const found = findDeclaration(name, node.getSourceFile().fileName)
  return found ? readDoc(found.node).summary : ''
}

/** The public members of a class. */
export function readClass(node: ts.ClassDeclaration): Member[] {
  return node.members.flatMap(toMember)
}
