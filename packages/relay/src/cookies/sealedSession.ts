import { number, object, optional, string } from 'valibot'

/** The opened content of a cookie or a row. Names are short because it travels with every request. */
export const sealedSession = object({
  sid: string(),
  gen: number(),
  acc: string(),
  sub: optional(string()),
  st: number(),
  at: number(),
  life: number(),
  end: number(),
  a: string(),
  r: optional(string()),
})

/** The opened content of a cookie if the tokens are in the store. */
export const sealedTicket = object({ sid: string(), gen: number(), acc: string(), end: number() })
