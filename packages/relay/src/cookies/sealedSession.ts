import { number, object, optional, string } from 'valibot'

/** What lies in a cookie, or in the store, once opened. Short names: it travels with every request. */
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

/** What lies in a cookie where the store has the tokens. */
export const sealedTicket = object({ sid: string(), gen: number(), acc: string(), end: number() })
