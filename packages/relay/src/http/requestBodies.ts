import { boolean, check, custom, maxLength, object, optional, pipe, regex, string } from 'valibot'
import type { Address, Hex } from 'viem'

const isAddress = (value: unknown) => typeof value === 'string' && /^0x[\da-f]{40}$/i.test(value)
const isHex = (value: unknown) => typeof value === 'string' && /^0x([\da-f]{2})+$/i.test(value)
/** Half of a surrogate pair is no character: it cannot be signed, sent or put into a URL. */
const text = pipe(
  string(),
  check((value) => !/\p{Cs}/u.test(value)),
)

/** What a page sends to sign in. */
export const signInBody = object({
  address: custom<Address>(isAddress),
  message: text,
  signature: custom<Hex>(isHex),
})

/** What a page sends for a token. An empty account asks for whoever is signed in. */
export const tokenBody = object({
  account: pipe(text, maxLength(256)),
  known: optional(pipe(string(), regex(/^[\w-]{1,64}\.\d{1,15}$/))),
  /** Only asks whether somebody is signed in: "nobody" is no error then. */
  probe: optional(boolean()),
})

/** What a page sends to sign out. */
export const signOutBody = object({ account: pipe(text, maxLength(256)) })
