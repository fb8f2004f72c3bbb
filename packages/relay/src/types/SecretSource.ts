/** A secret, two of them during a rotation (the new one first), or a function that fetches them, asked again each minute. */
export type SecretSource =
  | string
  | readonly string[]
  | (() => string | readonly string[] | Promise<string | readonly string[]>)
