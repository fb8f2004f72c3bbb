/** The relay's answer to a request, before the platform's form of it is made. */
export interface RelayAnswer {
  status: number
  headers: Record<string, string>
  /** `set-cookie` values. */
  cookies: readonly string[]
  body: string | undefined
}
