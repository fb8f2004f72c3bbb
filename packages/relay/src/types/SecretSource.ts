/** A secret, two during a rotation (the new one first), or a function that fetches them and is called each minute. */
export type SecretSource =
  | string
  | readonly string[]
  | (() => string | readonly string[] | Promise<string | readonly string[]>)
