/** Code, without its fence, and the text after it. */
export interface Example {
  code: string
  text: string
}

/** A docstring in parts. */
export interface Doc {
  summary: string
  examples: readonly Example[]
  throws: readonly string[]
  see: readonly string[]
}

/** A member of an object type, or a parameter of a function. */
export interface Member {
  name: string
  type: string
  isOptional: boolean
  doc: Doc
}

/** A public export as its source declares it. */
export interface Declaration {
  name: string
  kind: 'function' | 'component' | 'class' | 'constant' | 'type'
  /** From the root of the repository. */
  file: string
  doc: Doc
  /** The declaration without its body. */
  signature: string
  parameters: readonly { name: string; type: string; members: readonly Member[] | undefined }[]
  /** The members of what is returned, or of the type itself. */
  members: readonly Member[]
  /** For a part: the element that it renders, and its `data-*` attributes. */
  part: { tag: string; state: readonly Member[] } | undefined
}
