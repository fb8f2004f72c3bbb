/** What the relay reads of a request beside its body. */
export interface RequestHead {
  url: string
  headers: { get: (name: string) => string | null }
}
