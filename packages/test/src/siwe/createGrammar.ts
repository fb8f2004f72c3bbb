import type { Random } from '../simulation/createRandom.ts'

type Node =
  | { type: 'rule'; name: string }
  | { type: 'choice' | 'sequence'; parts: Node[] }
  | { type: 'repeat'; part: Node; least: number; most: number }
  | { type: 'text'; text: string; isExact: boolean }
  | { type: 'range'; first: number; last: number }

export interface Grammar {
  /** Whether the rule matches the whole text. Follows every alternative, as the notation means it. */
  matches: (rule: string, text: string) => boolean
  /** A random text that the rule matches; `own` are rules that are written by another function. */
  generate: (rule: string, random: Random, own?: Record<string, () => string>) => string
}

/** Reads a grammar in the notation of RFC 5234 and RFC 7405. */
export function createGrammar(abnf: string): Grammar {
  const rules = new Map<string, Node>()
  // A line that begins with a space continues the rule above.
  for (const text of abnf.trim().split(/\n+(?=\S)/)) {
    const [, name = '', definition = ''] = /^([\w-]+) =([^]*)$/.exec(text) ?? []
    rules.set(name, readDefinition(definition))
  }
  const rule = (name: string) => {
    const found = rules.get(name)
    if (!found) throw new Error(`The grammar has no rule ${name}.`)
    return found
  }
  return {
    matches: (name, text) => createMatcher(rule, text)(rule(name), 0).has(text.length),
    generate: (name, random, own = {}) => write({ type: 'rule', name }, rule, random, own),
  }
}

function readDefinition(definition: string): Node {
  const tokens =
    definition.match(
      /%s"[^"]*"|"[^"]*"|%x[0-9A-F]+(?:-[0-9A-F]+)?|\d*\*\d*|\d+|[\w-]+|[()[\]/]/g,
    ) ?? []
  let at = 0
  const choice = (): Node => {
    const parts = [sequence()]
    while (tokens[at] === '/') {
      at++
      parts.push(sequence())
    }
    return { type: 'choice', parts }
  }
  const sequence = (): Node => {
    const parts: Node[] = []
    while (at < tokens.length && !/^[)\]/]$/.test(tokens[at] as string)) parts.push(repetition())
    return { type: 'sequence', parts }
  }
  const repetition = (): Node => {
    const token = tokens[at] as string
    const [, least, star, most] = /^(\d*)(\*?)(\d*)$/.exec(token) ?? []
    if (least === undefined) return element()
    at++
    const count = Number(least || 0)
    const limit = star ? Number(most || Number.POSITIVE_INFINITY) : count
    return { type: 'repeat', part: element(), least: count, most: limit }
  }
  const element = (): Node => {
    const token = tokens[at++] as string
    if (token === '(' || token === '[') {
      const part = choice()
      at++
      return token === '(' ? part : { type: 'repeat', part, least: 0, most: 1 }
    }
    if (token.startsWith('%x')) {
      const [first = 0, last = first] = token
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      return { type: 'range', first, last }
    }
    if (token.endsWith('"'))
      return {
        type: 'text',
        text: token.slice(token.indexOf('"') + 1, -1),
        isExact: token.startsWith('%'),
      }
    return { type: 'rule', name: token }
  }
  return choice()
}

/** Every position at which a node can end. Remembered per node and start, which keeps it from growing exponentially. */
function createMatcher(rule: (name: string) => Node, text: string) {
  const known = new Map<Node, Map<number, Set<number>>>()
  const ends = (node: Node, from: number): Set<number> => {
    const perStart = known.get(node) ?? new Map<number, Set<number>>()
    known.set(node, perStart)
    const found = perStart.get(from) ?? find(node, from)
    perStart.set(from, found)
    return found
  }
  const find = (node: Node, from: number): Set<number> => {
    switch (node.type) {
      case 'rule':
        return ends(rule(node.name), from)
      case 'text': {
        const part = text.slice(from, from + node.text.length)
        const isEqual = node.isExact
          ? part === node.text
          : part.toLowerCase() === node.text.toLowerCase()
        return new Set(isEqual ? [from + node.text.length] : [])
      }
      case 'range': {
        const code = text.charCodeAt(from)
        return new Set(code >= node.first && code <= node.last ? [from + 1] : [])
      }
      case 'choice':
        return new Set(node.parts.flatMap((part) => [...ends(part, from)]))
      case 'sequence':
        return node.parts.reduce((starts, part) => after(part, starts), new Set([from]))
      case 'repeat':
        return repeated(node, from)
    }
  }
  const after = (node: Node, starts: Set<number>) =>
    new Set([...starts].flatMap((start) => [...ends(node, start)]))
  const repeated = ({ part, least, most }: Node & { type: 'repeat' }, from: number) => {
    let starts = new Set([from])
    const reached = new Set(least === 0 ? [from] : [])
    for (let count = 1; count <= most && starts.size > 0; count++) {
      starts = after(part, starts)
      if (count < least) continue
      // What was reached before brings nothing new.
      starts = new Set([...starts].filter((end) => !reached.has(end)))
      for (const end of starts) reached.add(end)
    }
    return reached
  }
  return ends
}

function write(
  node: Node,
  rule: (name: string) => Node,
  random: Random,
  own: Record<string, () => string>,
): string {
  const part = (one: Node) => write(one, rule, random, own)
  switch (node.type) {
    case 'rule':
      return own[node.name]?.() ?? part(rule(node.name))
    case 'text':
      return node.text
    case 'range':
      return String.fromCharCode(random.between(node.first, node.last))
    case 'choice':
      return part(random.pick(node.parts))
    case 'sequence':
      return node.parts.map(part).join('')
    case 'repeat': {
      const count = random.between(node.least, Math.min(node.most, node.least + 4))
      return Array.from({ length: count }, () => part(node.part)).join('')
    }
  }
}
