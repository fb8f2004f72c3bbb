import { relative } from 'node:path'
import ts from 'typescript'
import type { Declaration, Member } from './Doc.ts'
import { readDoc } from './readDoc.ts'
import { readClass, readInterface, readMembers, textOf } from './readMembers.ts'
import { type Declared, findDeclaration, root } from './sources.ts'

/** Reads what a name of an entry stands for. */
export function readDeclaration(name: string, entry: string): Declaration {
  const found = findDeclaration(name, entry)
  if (!found) throw new Error(`${entry} exports ${name}, which is not declared in this repository.`)
  const { node, file } = found
  return {
    name,
    file: relative(root, file).replaceAll('\\', '/'),
    doc: readDoc(node),
    ...describe(node, file, name),
  }
}

type Described = Pick<Declaration, 'kind' | 'signature' | 'parameters' | 'members' | 'part'>
const nothing = { parameters: [], members: [], part: undefined } as const

function describe(node: Declared, file: string, name: string): Described {
  if (ts.isFunctionDeclaration(node)) return describeFunction(node, file, name)
  if (ts.isClassDeclaration(node))
    return {
      ...nothing,
      kind: 'class',
      signature: textOf(node).replace(/ \{.*$/s, ''),
      members: readClass(node),
    }
  if (ts.isInterfaceDeclaration(node))
    return {
      ...nothing,
      kind: 'type',
      signature: strip(node.getText()),
      members: readInterface(node, file),
    }
  if (ts.isTypeAliasDeclaration(node))
    return {
      ...nothing,
      kind: 'type',
      signature: strip(node.getText()),
      members: readMembers(node.type, file) ?? [],
      part: readPart(node.type, file),
    }
  return describeVariable(node, file, name)
}

/** Parts and `<TakoSignIn/>` are constants: `forwardRef<element, props>(…)`. */
function describeVariable(node: ts.VariableDeclaration, file: string, name: string): Described {
  const made = node.initializer
  const [, props] =
    made && ts.isCallExpression(made) && made.expression.getText() === 'forwardRef'
      ? (made.typeArguments ?? [])
      : []
  if (!props) return { ...nothing, kind: 'constant', signature: `const ${name}` }
  return {
    ...nothing,
    kind: 'component',
    signature: '',
    parameters: [{ name: 'props', type: textOf(props), members: readMembers(props, file) }],
    part: readPart(props, file),
  }
}

function describeFunction(node: ts.FunctionDeclaration, file: string, name: string): Described {
  const isComponent = /^[A-Z]/.test(name)
  const parameters = node.parameters.map((parameter) => {
    const type = parameter.type ? textOf(parameter.type) : 'unknown'
    const given = parameter.name.getText()
    return {
      // A parameter that is taken apart has no name of its own.
      name: /^\w+$/.test(given) ? given : 'parameters',
      isOptional: parameter.initializer !== undefined || parameter.questionToken !== undefined,
      type,
      members: parameter.type ? readMembers(parameter.type, file) : undefined,
    }
  })
  const types = node.typeParameters ? `<${node.typeParameters.map(textOf).join(', ')}>` : ''
  const list = parameters.map(
    (parameter) => `${parameter.name}${parameter.isOptional ? '?' : ''}: ${parameter.type}`,
  )
  const taken = list.join(', ').length > 60 ? `\n  ${list.join(',\n  ')},\n` : list.join(', ')
  const returned = node.type ? `: ${textOf(node.type)}` : ''
  return {
    kind: isComponent ? 'component' : 'function',
    signature: isComponent ? '' : `function ${name}${types}(${taken})${returned}`,
    parameters,
    members: (node.type && !isComponent && readMembers(node.type, file)) || [],
    part: undefined,
  }
}

/** `PartProps<'button', State>`: the element, and what its `data-*` attributes say. */
function readPart(node: ts.TypeNode, file: string): Declaration['part'] {
  if (ts.isIntersectionTypeNode(node))
    return node.types.map((type) => readPart(type, file)).find((part) => part !== undefined)
  if (!ts.isTypeReferenceNode(node)) return undefined
  const [tag, state] = node.typeArguments ?? []
  const name = node.typeName.getText()
  if (name === 'PartProps' && tag)
    return {
      tag: tag.getText().replaceAll("'", ''),
      state: (state && readMembers(state, file)) || ([] as Member[]),
    }
  if ((name === 'Omit' || name === 'Pick') && tag) return readPart(tag, file)
  const found = findDeclaration(name, file)
  return found && ts.isTypeAliasDeclaration(found.node)
    ? readPart(found.node.type, found.file)
    : undefined
}

/** Without `export`, and without members that are for the kit's own packages. */
function strip(text: string): string {
  return text.replace(/^export /, '').replaceAll(/^ {2}readonly '~.*\n/gm, '')
}
