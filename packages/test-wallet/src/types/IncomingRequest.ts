/** One request on its way through the wallet. */
export type IncomingRequest = {
  readonly id: number
  readonly method: string
  readonly params: unknown
  readonly receivedAt: number
}
