export interface Signed {
  message: string
  signature: string
}

/** What the page sends to sign in; nothing where the body is anything else, which is to be answered with 400. */
export async function readSigned(request: Request): Promise<Signed | undefined> {
  const body: unknown = await request.json().catch(() => undefined)
  const { message, signature } = (body ?? {}) as Record<string, unknown>
  return isText(message) && isText(signature) ? { message, signature } : undefined
}

/** JSON can write half of a surrogate pair, which is no character and has no UTF-8. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && !/\p{Surrogate}/u.test(value)
