import { boolean, check, custom, maxLength, object, optional, pipe, regex, string } from 'valibot'
import type { Address, Hex } from 'viem'

const isAddress = (value: unknown) => typeof value === 'string' && /^0x[\da-f]{40}$/i.test(value)
const isHex = (value: unknown) => typeof value === 'string' && /^0x([\da-f]{2})+$/i.test(value)
/** Half of a surrogate pair is no character: it cannot be signed, sent or put into a URL. */
const text = pipe(
  string(),
  check((value) => !/\p{Cs}/u.test(value)),
)

/** Body of a sign-in. */
export const signInBody = object({
  address: custom<Address>(isAddress),
  message: text,
  signature: custom<Hex>(isHex),
})

/** Body of a token request. An empty account matches any. */
export const tokenBody = object({
  account: pipe(text, maxLength(256)),
  known: optional(pipe(string(), regex(/^[\w-]{1,64}\.\d{1,15}$/))),
  /** Only asks for the status: having no session is no error then. */
  probe: optional(boolean()),
})

/** Body of a sign-out. */
export const signOutBody = object({ account: pipe(text, maxLength(256)) })
