import ts from 'typescript'
import type { Doc, Example } from './Doc.ts'

/** The docstring of a node. */
export function readDoc(node: ts.Node): Doc {
  const comments = ts.getJSDocCommentsAndTags(node)
  const doc = comments.filter(ts.isJSDoc).at(-1)
  const tags = doc?.tags ?? []
  const texts = (name: string) =>
    tags.filter(({ tagName }) => tagName.text === name).map((tag) => textOf(tag.comment, tag))
  return {
    summary: textOf(doc?.comment),
    examples: texts('example').map(toExample),
    throws: texts('throws'),
    see: texts('see'),
  }
}

/** Most are in a fence; text may follow it. */
function toExample(text: string): Example {
  const [, fenced, after = ''] = /^```\w*\n([\s\S]*?)\n```([\s\S]*)$/.exec(text) ?? []
  return { code: fenced ?? text, text: after.trim() }
}

function textOf(comment: ts.JSDocTag['comment'], tag?: ts.JSDocTag): string {
  const text = ts.getTextOfJSDocComment(comment) ?? ''
  // The compiler takes `{TakoKitError}` of `@throws` for a type.
  const type = tag && ts.isJSDocThrowsTag(tag) ? tag.typeExpression?.type.getText() : undefined
  return [type && `\`${type}\``, text].filter(Boolean).join(': ').trim()
}
